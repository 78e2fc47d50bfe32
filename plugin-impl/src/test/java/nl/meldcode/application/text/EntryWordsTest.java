package nl.meldcode.application.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Route;
import nl.meldcode.domain.entry.Seriousness;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.entry.VeiligThuisReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That every field of every kind can be said in Dutch. */
class EntryWordsTest {
  /**
   * Not on paper: other children; corrected values, which stand with the entry; where a file is.
   */
  private static final Set<String> WORDLESS =
      Set.of(
          "Signal.otherPupils",
          "SignalOverview.otherPupils",
          "Correction.corrected",
          "Acknowledgement.sheet.file");

  private final Map<String, String> texts = new Texts().ofPages(DutchDates.DUTCH);
  private final EntryWords words = new EntryWords(texts, id -> "iemand");

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyFieldHasALabel(Kind kind) {
    Set<String> without = new TreeSet<>();
    fields("", kind.type())
        .filter(field -> words.label(kind.jsonName(), field) == null)
        .map(field -> kind.jsonName() + "." + field)
        .filter(field -> !WORDLESS.contains(field))
        .forEach(without::add);

    assertThat(without).isEmpty();
  }

  @Test
  void everyConstantHasAWord() {
    Families families = new Families(texts);
    List<Class<?>> enums =
        Arrays.stream(Kind.values())
            .flatMap(kind -> enums(kind.type()))
            .filter(type -> type != Step.class)
            .distinct()
            .toList();

    assertThat(enums).hasSizeGreaterThan(30);
    assertThat(enums)
        .allSatisfy(
            type ->
                assertThat(type.getEnumConstants())
                    .allSatisfy(one -> assertThat(families.word((Enum<?>) one)).isNotBlank()));
    for (Step step : Step.values()) { // a waiver of any of them can be recorded, and is printed
      assertThat(families.word(step)).isEqualTo(texts.get("choice.waivedStep." + step));
    }
  }

  @Test
  void theWordIsThatOfTheSetThatFitsBest() {
    Families families = new Families(texts);

    assertThat(families.word(Seriousness.STRIKING)).isEqualTo("Opvallend");
    assertThat(families.word(VeiligThuisReport.Topic.CARE_CONTACTS))
        .isEqualTo(texts.get("topic.CARE_CONTACTS"));
    assertThat(families.word(Route.HOME)).isEqualTo(texts.get("choice.route.HOME"));
  }

  private static Stream<String> fields(String path, Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getType() != EntryId.class)
        .filter(component -> !isAnswerList(component))
        .flatMap(
            component ->
                component.getType().isRecord() && !isId(component.getType())
                    ? fields(path + component.getName() + ".", component.getType())
                    : Stream.of(path + component.getName()));
  }

  private static boolean isAnswerList(RecordComponent component) {
    return Collection.class.isAssignableFrom(component.getType())
        && component.getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> row
        && row.isRecord()
        && row.getRecordComponents()[0].getType().isEnum();
  }

  private static boolean isId(Class<?> type) {
    return type.getPackageName().equals("nl.meldcode.api");
  }

  private static Stream<Class<?>> enums(Type type) {
    if (type instanceof ParameterizedType holder) {
      return Arrays.stream(holder.getActualTypeArguments()).flatMap(EntryWordsTest::enums);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return Stream.of(plain);
    }
    return plain.isRecord()
        ? Arrays.stream(plain.getRecordComponents())
            .flatMap(component -> enums(component.getGenericType()))
        : Stream.empty();
  }
}
