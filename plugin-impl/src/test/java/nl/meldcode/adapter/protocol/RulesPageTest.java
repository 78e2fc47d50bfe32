package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Circumstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manual says of each protocol what its file says, all of it. */
class RulesPageTest {
  private static final String WRITE = "meldcode.docs.write";
  private static final String COMMAND =
      "mvn test -pl plugin-impl -am -Dtest=RulesPageTest -Dsurefire.failIfNoSpecifiedTests=false -D";

  private static final ShippedProtocols PROTOCOLS =
      new ShippedProtocols(Map.of(), ProtocolId.of(ShippedProtocols.PUBLISHED.get(0)));

  static Stream<ProtocolId> published() {
    return ShippedProtocols.PUBLISHED.stream().map(ProtocolId::of);
  }

  @ParameterizedTest
  @MethodSource("published")
  void thePageInTheManualIsMadeFromTheProtocol(ProtocolId id) throws IOException {
    Path file = Path.of("src/main/resources/manual/regels-" + id.key() + ".md");
    String page = new RulesPage(PROTOCOLS, id).text(root(id));
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(file, page);
    }
    assertThat(file)
        .usingCharset(StandardCharsets.UTF_8)
        .as("to write it anew: " + COMMAND + WRITE + "=true")
        .hasContent(page);
  }

  /** Whatever in the file is changed or taken away, the page changes with it or is refused. */
  @ParameterizedTest
  @MethodSource("published")
  void nothingOfAProtocolIsLeftOut(ProtocolId id) {
    RulesPage pages = new RulesPage(PROTOCOLS, id);
    String page = pages.text(root(id));
    JsonNode root = root(id).node();
    List<JsonPointer> places = below(root, JsonPointer.empty()).toList();
    List<String> silent = new ArrayList<>();
    for (JsonPointer place : places) {
      for (JsonNode other : List.of(without(root, place), changed(root, place))) {
        if (says(pages, other, page)) {
          silent.add(place.toString());
        }
      }
    }
    assertThat(places).hasSizeGreaterThan(500);
    assertThat(silent).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("published")
  void everyWordOfAProtocolStandsInTheGlossary(ProtocolId id) {
    assertThat(below(root(id).node(), JsonPointer.empty()).map(RulesPageTest::last).distinct())
        .filteredOn(name -> !name.matches("\\d+"))
        .hasSizeGreaterThan(30)
        .allSatisfy(name -> assertThat(RulesPage.GLOSSARY).contains("`" + name + "`"));
  }

  @Test
  void everyCircumstanceHasAPhrase() {
    assertThat(Resource.texts("/docs/phrases.properties").keySet())
        .filteredOn(key -> key.startsWith("holds."))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Circumstance.values()).map(one -> "holds." + one).toList());
  }

  private static Place root(ProtocolId id) {
    String file = "/protocols/" + id.key() + "/" + id.version() + "/protocol.json";
    return Place.root(file, Resource.bytes(file));
  }

  private static boolean says(RulesPage pages, JsonNode file, String page) {
    try {
      return pages.text(new Place("changed", "", file)).equals(page);
    } catch (UnreadableProtocol refused) {
      return false;
    }
  }

  private static Stream<JsonPointer> below(JsonNode node, JsonPointer at) {
    List<JsonPointer> children = new ArrayList<>();
    node.fieldNames().forEachRemaining(name -> children.add(at.appendProperty(name)));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        children.add(at.appendIndex(i));
      }
    }
    return children.stream()
        .flatMap(child -> Stream.concat(Stream.of(child), below(child(node, child), child)));
  }

  private static JsonNode child(JsonNode node, JsonPointer place) {
    return node.at(place.last());
  }

  private static String last(JsonPointer place) {
    return place.last().getMatchingProperty();
  }

  private static JsonNode without(JsonNode root, JsonPointer place) {
    JsonNode copy = root.deepCopy();
    if (copy.at(place.head()) instanceof ObjectNode object) {
      object.remove(last(place));
    } else if (copy.at(place.head()) instanceof ArrayNode array) {
      array.remove(place.last().getMatchingIndex());
    }
    return copy;
  }

  /** Another number or text; a word nobody knows where there is an object or a list. */
  private static JsonNode changed(JsonNode root, JsonPointer place) {
    JsonNode copy = root.deepCopy();
    JsonNode old = root.at(place);
    JsonNode other =
        old.isInt() ? new IntNode(old.intValue() + 1) : new TextNode(old.asText() + "Other");
    if (copy.at(place.head()) instanceof ObjectNode object) {
      object.set(last(place), other);
    } else if (copy.at(place.head()) instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), other);
    }
    return copy;
  }
}
