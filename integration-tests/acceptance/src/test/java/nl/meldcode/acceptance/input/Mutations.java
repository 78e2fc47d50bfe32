package nl.meldcode.acceptance.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import nl.meldcode.acceptance.kit.Json;

/** Makes something else of what was right: other values, other shapes, and no JSON at all. */
final class Mutations {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "\ud83d\ude00",
          "\u202e\u200d",
          "-1",
          "1e999",
          "2026-02-30",
          "-999999999-01-01",
          "00000000-0000-0000-0000-000000000000",
          "<script>alert(1)</script>",
          "'; DROP TABLE entry; --",
          "${jndi:ldap://x}",
          "../../etc/passwd",
          "x".repeat(70_000));
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RandomGenerator random;

  Mutations(RandomGenerator random) {
    this.random = random;
  }

  /** Another body than this one; now and then one that cannot be read. */
  String of(String body) {
    JsonNode tree = Json.read(body);
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      tree = changed(tree);
    }
    String text = tree.toString();
    return switch (random.nextInt(12)) {
      case 0 -> text.substring(0, random.nextInt(text.length() + 1));
      case 1 -> "[".repeat(2_000) + text;
      case 2 -> text + text;
      default -> text;
    };
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private JsonNode changed(JsonNode tree) {
    if (random.nextInt(6) == 0 || tree.isValueNode()) {
      return value();
    }
    return tree instanceof ObjectNode object ? inObject(object) : inArray((ArrayNode) tree);
  }

  private JsonNode inObject(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(8) == 0) {
      return object.set(random.nextBoolean() ? "unknown" : text(), value());
    }
    String name = names.get(random.nextInt(names.size()));
    if (random.nextInt(5) == 0) {
      object.remove(name);
      return object;
    }
    return object.set(name, changed(object.path(name)));
  }

  private JsonNode inArray(ArrayNode array) {
    if (array.isEmpty() || random.nextInt(4) == 0) {
      return array.add(value());
    }
    int at = random.nextInt(array.size());
    if (random.nextInt(4) == 0) {
      return array.add(array.get(at).deepCopy());
    }
    array.set(at, changed(array.get(at)));
    return array;
  }

  private JsonNode value() {
    return switch (random.nextInt(8)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextLong());
      case 3 -> JSON.numberNode(random.nextDouble() * 1e300);
      case 4 -> JSON.arrayNode();
      case 5 -> JSON.objectNode();
      default -> JSON.textNode(text());
    };
  }
}
