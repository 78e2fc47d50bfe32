package nl.meldcode.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.meldcode.Covers;
import nl.meldcode.domain.entry.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The forms of the pages are data: every kind has one, with the fields of its record. */
class PageFormsTest {

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  /** Choosing other pupils needs a list of pupils, which a teacher's pages do not get. */
  private static final Set<String> NOT_ASKED = Set.of("otherPupils");

  private final JsonNode forms = forms();
  private final Map<String, String> dutch = WebResources.texts("nl");

  @TestFactory
  Stream<DynamicTest> everyKindHasAFormThatAgreesWithItsRecord() {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.CORRECTION) // its form is that of what it puts right
        .map(kind -> DynamicTest.dynamicTest(kind.jsonName(), () -> agrees(kind)));
  }

  @TestFactory
  Stream<DynamicTest> everyFormSaysItsFieldsAndChoicesInWords() {
    return forms.properties().stream()
        .map(
            form ->
                DynamicTest.dynamicTest(
                    form.getKey(), () -> speaks(form.getKey(), form.getValue())));
  }

  @Test
  @Covers("S26")
  void whatCannotBeDestroyedByItselfIsNotOffered() {
    Stream<JsonNode> parts =
        fields(forms.path("DestructionRequest")).filter(field -> field.has("except"));
    List<String> excepted =
        parts.flatMap(field -> elements(field.path("except"))).map(JsonNode::asText).toList();
    assertThat(excepted)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Kind.values())
                .filter(kind -> !kind.goesAlone())
                .map(Kind::jsonName)
                .toList());
  }

  private void agrees(Kind kind) {
    JsonNode form = forms.path(kind.jsonName());

    assertThat(form.path("action").asText()).isEqualTo(kind.action().name());
    assertThat(form.path("judges").asBoolean()).isEqualTo(kind.judgesEarlierState());
    assertThat(bodyFields(form)).isEqualTo(components(kind));
    fields(form)
        .filter(field -> field.has("options"))
        .forEach(field -> assertThat(constants(kind, field)).containsAll(options(field)));
  }

  private void speaks(String kind, JsonNode form) {
    List<String> wanted =
        Stream.concat(
                Stream.of("entry." + kind, "form." + kind + ".button"),
                fields(form).flatMap(field -> keys(kind, field)))
            .toList();

    assertThat(dutch.keySet()).containsAll(wanted);
  }

  private static Stream<String> keys(String kind, JsonNode field) {
    String label = "form." + kind + "." + name(field).replaceFirst("^_", "");
    return Stream.concat(
        Stream.of(label),
        field.has("set")
            ? options(field).stream().map(o -> "choice." + field.path("set").asText() + "." + o)
            : Stream.of());
  }

  private static Set<String> bodyFields(JsonNode form) {
    Set<String> names = new TreeSet<>();
    fields(form)
        .filter(field -> !field.path("screenOnly").asBoolean())
        .flatMap(PageFormsTest::paths)
        .map(path -> path.replaceFirst("\\..*", ""))
        .filter(path -> !path.startsWith("_"))
        .forEach(names::add);
    return names;
  }

  private static Stream<String> paths(JsonNode field) {
    return Stream.concat(
        Stream.of(name(field)),
        elements(field.path("rows"))
            .flatMap(
                row ->
                    Stream.concat(
                        elements(row.path("answers")),
                        row.has("text") ? Stream.of(row.path("text")) : Stream.of()))
            .map(JsonNode::asText));
  }

  private static Set<String> components(Kind kind) {
    Set<String> names = new TreeSet<>();
    for (RecordComponent component : kind.type().getRecordComponents()) {
      names.add(component.getName());
    }
    names.removeAll(NOT_ASKED);
    return names;
  }

  /** The names of all enum constants that the field's type, or a type inside it, can hold. */
  private static Set<String> constants(Kind kind, JsonNode field) {
    Set<String> names = new LinkedHashSet<>();
    for (RecordComponent component : kind.type().getRecordComponents()) {
      if (component.getName().equals(name(field).replaceFirst("\\..*", ""))) {
        names.addAll(EnumNames.in(component.getGenericType()));
      }
    }
    return field.path("name").asText().startsWith("_") ? Set.copyOf(options(field)) : names;
  }

  private static List<String> options(JsonNode field) {
    return elements(field.path("options")).map(JsonNode::asText).toList();
  }

  private static String name(JsonNode field) {
    return field.path("name").asText();
  }

  private static Stream<JsonNode> fields(JsonNode form) {
    return elements(form.path("fields"));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode forms() {
    ObjectNode all = LENIENT.createObjectNode();
    Stream.of("signals", "talks", "management", "rights")
        .map(PageFormsTest::forms)
        .forEach(all::setAll);
    return all;
  }

  private static ObjectNode forms(String file) {
    String module = WebResources.read("forms/" + file + ".js");
    int start = module.indexOf("_KINDS = ") + "_KINDS = ".length();
    try {
      return (ObjectNode) LENIENT.readTree(module.substring(start, module.lastIndexOf(';')));
    } catch (IOException notData) {
      throw new AssertionError(file + ".js holds more than data", notData);
    }
  }
}
