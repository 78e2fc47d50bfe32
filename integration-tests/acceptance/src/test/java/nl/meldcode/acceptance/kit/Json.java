package nl.meldcode.acceptance.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as text and as a tree. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** The tree of this text; throws AssertionError when it is no JSON. */
  public static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  /** A copy of this JSON object with one field set to a JSON value. */
  public static String with(String object, String field, String value) {
    ObjectNode copy = (ObjectNode) read(object);
    copy.set(field, read(value));
    return copy.toString();
  }

  /** A copy of this JSON object without one field. */
  public static String without(String object, String field) {
    ObjectNode copy = (ObjectNode) read(object);
    copy.remove(field);
    return copy.toString();
  }

  /** This text as a JSON string, quotes and all. */
  public static String quoted(String text) {
    return MAPPER.getNodeFactory().textNode(text).toString();
  }
}
