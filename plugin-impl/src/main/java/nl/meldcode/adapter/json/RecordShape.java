package nl.meldcode.adapter.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;

/**
 * The members of one record: reads each on its own, so that all faults are found, not only the
 * first.
 */
final class RecordShape<T> {
  private final ObjectReader whole;
  private final Map<String, ObjectReader> members = new LinkedHashMap<>();
  private final List<String> entries = new ArrayList<>();

  RecordShape(ObjectMapper mapper, Class<? extends T> type) {
    whole = mapper.readerFor(type);
    for (RecordComponent component : type.getRecordComponents()) {
      JavaType member = mapper.constructType(component.getGenericType());
      members.put(component.getName(), mapper.readerFor(member));
      if (component.getType() == Entry.class) {
        entries.add(component.getName());
      }
    }
  }

  /** Names of the members that are entries themselves. */
  List<String> entries() {
    return entries;
  }

  /** Takes out of the object every member that is unknown or has the wrong form, and names it. */
  List<Fault> stripFaults(ObjectNode object) {
    List<Fault> faults = new ArrayList<>();
    for (String name : namesOf(object)) {
      ObjectReader member = members.get(name);
      if (name.equals(EntryModule.KIND)) {
        continue;
      }
      if (member == null) {
        faults.add(new Fault("/" + escaped(name), "field.unknown"));
        object.remove(name);
        continue;
      }
      JsonNode value = object.get(name);
      if (!value.isNull()) {
        tryOut(object, name, member, faults);
      }
    }
    return faults;
  }

  private static void tryOut(
      ObjectNode object, String name, ObjectReader member, List<Fault> faults) {
    try {
      member.readValue(object.get(name));
    } catch (JsonProcessingException e) {
      Fault fault = fault(e);
      faults.add(new Fault("/" + name + fault.pointer(), fault.code()));
      object.remove(name);
    } catch (IOException e) {
      throw new IllegalStateException("a tree in memory cannot fail to read", e);
    }
  }

  T read(JsonNode object) throws JsonProcessingException {
    try {
      return whole.readValue(object);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("a tree in memory cannot fail to read", e);
    }
  }

  /** The record that these bytes hold. */
  T read(byte[] bytes) throws IOException {
    return whole.readValue(bytes);
  }

  /** Where and what, without anything that was sent. */
  static Fault fault(JsonProcessingException e) {
    StringBuilder pointer = new StringBuilder();
    if (e instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        String name = step.getFieldName();
        pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : escaped(name));
      }
    }
    boolean unknown = e instanceof UnrecognizedPropertyException;
    return new Fault(pointer.toString(), unknown ? "field.unknown" : "form.wrong");
  }

  private static List<String> namesOf(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
