package nl.meldcode.domain.entry;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in an entry, wherever in it. */
public final class Words {
  private Words() {}

  /** Finds these words, in capitals or not, however they are spaced. */
  public static Pattern pattern(String words) {
    String spaced =
        Arrays.stream(words.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    return Pattern.compile(spaced, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** All values of that type in an entry, those that lie deeper too: texts, or whom it names. */
  public static <T> Stream<T> in(Entry entry, Class<T> type) {
    return values(entry, type);
  }

  private static <T> Stream<T> values(@Nullable Object value, Class<T> type) {
    if (type.isInstance(value)) {
      return Stream.of(type.cast(value));
    }
    if (value instanceof Collection<?> all) {
      return all.stream().flatMap(one -> values(one, type));
    }
    return value instanceof Record part
        ? Arrays.stream(part.getClass().getRecordComponents())
            .flatMap(component -> values(value(part, component), type))
        : Stream.empty();
  }

  /** What stands in one field of a part of an entry. */
  public static @Nullable Object value(Record part, RecordComponent component) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a field can be read", e);
    }
  }
}
