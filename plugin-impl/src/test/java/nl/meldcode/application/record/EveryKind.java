package nl.meldcode.application.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.School;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Kind;

/** An entry of each kind with all that it can hold, and the same with one thing spoilt. */
public final class EveryKind {
  static final String TEXT = "x";
  static final UUID INCIDENT = School.id("incident");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<Type, String> TEXTS =
      Map.of(
          String.class, TEXT,
          LocalDate.class, "2026-02-09",
          LocalTime.class, "09:30",
          UUID.class, INCIDENT.toString(),
          EntryId.class, School.id("entry").toString(),
          PersonId.class, School.ILSE.toString(),
          PupilId.class, School.LOTTE.toString(),
          StaffId.class, School.NORA.id().toString());

  /** What is put in a member's place; the first leaves it out. */
  private static final List<JsonNode> OTHERS =
      List.of(
          JSON.missingNode(),
          JSON.nullNode(),
          JSON.textNode(""),
          JSON.arrayNode(),
          JSON.objectNode());

  private EveryKind() {}

  /** All members filled. */
  public static ObjectNode whole(Kind kind) {
    ObjectNode all = JSON.objectNode().put("kind", kind.jsonName());
    fill(all, kind.type());
    return all;
  }

  /** Each way to take one thing out of it, at any depth, or to put something else there. */
  static List<JsonNode> spoilt(ObjectNode whole) {
    List<JsonNode> all = new ArrayList<>();
    places(whole, "").stream().filter(at -> !at.equals("/kind")).forEach(at -> add(whole, at, all));
    return all;
  }

  private static void add(ObjectNode whole, String pointer, List<JsonNode> all) {
    int end = pointer.lastIndexOf('/');
    String name = pointer.substring(end + 1);
    for (JsonNode other : OTHERS) {
      ObjectNode copy = whole.deepCopy();
      JsonNode parent = copy.at(pointer.substring(0, end));
      if (parent instanceof ArrayNode array) {
        array.removeAll();
        if (!other.isMissingNode()) {
          array.add(other);
        }
      } else if (other.isMissingNode()) {
        ((ObjectNode) parent).remove(name);
      } else {
        ((ObjectNode) parent).set(name, other);
      }
      all.add(copy);
    }
  }

  private static List<String> places(JsonNode node, String at) {
    List<String> all = new ArrayList<>();
    node.properties()
        .forEach(
            one -> {
              all.add(at + "/" + one.getKey());
              all.addAll(places(one.getValue(), at + "/" + one.getKey()));
            });
    if (node.isArray()) {
      all.add(at + "/0");
      all.addAll(places(node.get(0), at + "/0"));
    }
    return all;
  }

  private static void fill(ObjectNode object, Class<?> type) {
    for (RecordComponent one : type.getRecordComponents()) {
      object.set(one.getName(), value(one.getGenericType()));
    }
  }

  private static JsonNode value(Type type) {
    if (type instanceof ParameterizedType list
        && Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
      return JSON.arrayNode().add(value(list.getActualTypeArguments()[0]));
    }
    if (TEXTS.containsKey(type)) {
      return JSON.textNode(TEXTS.get(type));
    }
    Class<?> plain = (Class<?>) type;
    if (plain == Entry.class) {
      return whole(Kind.SIGNAL);
    }
    if (plain.isEnum()) {
      return JSON.textNode(plain.getEnumConstants()[0].toString());
    }
    if (plain.isRecord()) {
      ObjectNode object = JSON.objectNode();
      fill(object, plain);
      return object;
    }
    return plain == Boolean.class || plain == boolean.class
        ? JSON.booleanNode(true)
        : JSON.numberNode(1);
  }
}
