package nl.meldcode.application.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.HostileText;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words in any field of any kind are words: kept and given back sign by sign. */
class HostileEntriesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> WORDS = HostileText.markup("alert(1)");
  private final JsonEntries json = new JsonEntries();

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Covers("S14")
  void eachFieldGivesBackWhatItTook(Kind kind) throws IOException {
    ObjectNode whole = EveryKind.whole(kind);

    for (String words : WORDS) {
      JsonNode sent = filled(whole, words);
      Entry entry = json.read(sent.toString().getBytes(StandardCharsets.UTF_8)).entry();
      assertThat(entry).as(words).isNotNull();
      JsonNode kept = JSON.readTree(json.write(entry));
      assertThat(count(kept, words)).as(words).isEqualTo(count(sent, words));
    }
  }

  /** The same with these words wherever free text stands. */
  private static JsonNode filled(JsonNode node, String words) {
    if (node instanceof TextNode text) {
      return text.textValue().equals(EveryKind.TEXT) ? TextNode.valueOf(words) : text;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(each -> copy.add(filled(each, words)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(each -> copy.set(each.getKey(), filled(each.getValue(), words)));
      return copy;
    }
    return node;
  }

  private static int count(JsonNode node, String words) {
    int count = words.equals(node.textValue()) ? 1 : 0;
    for (JsonNode each : node) {
      count += count(each, words);
    }
    return count;
  }
}
