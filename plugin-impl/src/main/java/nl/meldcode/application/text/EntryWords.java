package nl.meldcode.application.text;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads an entry out in Dutch, field by field with the words of its form, so that a document says
 * what the screen said. Immutable.
 */
public final class EntryWords {
  private final Map<String, String> texts;
  private final Families families;
  private final Function<Object, String> names;

  /**
   * Takes what gives the name that belongs to an id of a person, a member of staff or a pupil.
   *
   * @param texts the texts of the pages
   */
  public EntryWords(Map<String, String> texts, Function<Object, String> names) {
    this.texts = texts;
    this.families = new Families(texts);
    this.names = names;
  }

  /**
   * One answer.
   *
   * @param field name of the field, with dots where it lies deeper
   */
  public record Line(String field, String label, List<String> said) {
    public Line {
      said = List.copyOf(said);
    }

    @Override
    public String toString() {
      return "Line[" + field + "]";
    }
  }

  /** What an entry is called. */
  public String title(Entry entry) {
    return text("entry." + entry.kind().jsonName());
  }

  /** The answers of an entry in order; what was left open, and what only machines need, is not. */
  public List<Line> lines(Entry entry) {
    List<Line> lines = new ArrayList<>();
    read(entry.kind().jsonName(), "", (Record) entry, lines);
    return lines;
  }

  private void read(String kind, String path, Record part, List<Line> lines) {
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      Object value = Words.value(part, component);
      String field = path + component.getName();
      if (value instanceof Entry) {
        continue;
      }
      if (value instanceof Record inner && !isId(value)) {
        read(kind, field + ".", inner, lines);
        continue;
      }
      if (value instanceof List<?> rows && !rows.isEmpty() && leads(rows.get(0))) {
        rows.forEach(row -> lines.add(row(field, (Record) row)));
        continue;
      }
      String label = label(kind, field);
      List<String> said = value == null || label == null ? List.of() : said(value);
      if (label != null && !said.isEmpty() && !goesWithoutSaying(field, value)) {
        lines.add(new Line(field, label, said));
      }
    }
  }

  /** The day stands in the heading; "not unknown" is what the answer itself shows. */
  private static boolean goesWithoutSaying(String field, @Nullable Object value) {
    return field.equals("on")
        || field.equals("observedOn")
        || (field.matches(".*(Unknown|NotTold)") && Boolean.FALSE.equals(value));
  }

  /** Whether a row is the answer to something named in it: a topic, a point, a criterion. */
  private static boolean leads(Object row) {
    return row instanceof Record
        && !isId(row)
        && row.getClass().getRecordComponents()[0].getType().isEnum();
  }

  private Line row(String field, Record row) {
    List<String> cells = cells(row);
    return new Line(field, cells.get(0), cells.subList(1, cells.size()));
  }

  /** The label of a field; null for what only machines need. */
  @Nullable String label(String kind, String field) {
    return Stream.of("form.%s.%s.short", "form.%s.%s", "question.%2$s")
        .map(pattern -> texts.get(pattern.formatted(kind, field)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private List<String> said(Object value) {
    if (value instanceof Collection<?> all) {
      return all.stream().flatMap(one -> said(one).stream()).toList();
    }
    if (value instanceof LocalDate day) {
      return List.of(DutchDates.day(day));
    }
    if (value instanceof LocalTime time) {
      return List.of(DutchDates.time(time));
    }
    if (value instanceof Boolean yes) {
      return List.of(text(yes ? "yes" : "no"));
    }
    if (value instanceof Enum<?> constant) {
      return List.of(families.word(constant));
    }
    if (isId(value)) {
      boolean nameless = value instanceof EntryId || value instanceof UUID;
      return nameless ? List.of() : List.of(names.apply(value));
    }
    String text = value instanceof Record row ? String.join("; ", cells(row)) : value.toString();
    return text.isBlank() ? List.of() : List.of(text);
  }

  private List<String> cells(Record row) {
    return Arrays.stream(row.getClass().getRecordComponents())
        .flatMap(component -> cell(component, Words.value(row, component)).stream())
        .toList();
  }

  private List<String> cell(RecordComponent component, @Nullable Object value) {
    if (component.getName().equals("unknown")) {
      return Boolean.TRUE.equals(value) ? List.of(text("topic.unknown")) : List.of();
    }
    return value == null ? List.of() : said(value);
  }

  private String text(String key) {
    return Objects.requireNonNull(texts.get(key), key);
  }

  private static boolean isId(Object value) {
    return value instanceof EntryId
        || value instanceof UUID
        || value instanceof PersonId
        || value instanceof StaffId
        || value instanceof PupilId;
  }
}
