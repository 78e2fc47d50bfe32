package nl.meldcode.adapter.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.application.port.EntryJson;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.Kind;

/** Entries as JSON through Jackson. Safe for use by several threads. */
public final class JsonEntries implements EntryJson {
  private static final int FIRST_VERSION = 1;

  private final ObjectMapper mapper = Json.mapper();
  private final Map<String, RecordShape> shapes = new HashMap<>();

  /** Prepares all kinds. */
  public JsonEntries() {
    Arrays.stream(Kind.values())
        .forEach(kind -> shapes.put(kind.jsonName(), new RecordShape(mapper, kind)));
  }

  @Override
  public Read read(byte[] body) {
    JsonNode tree;
    try {
      tree = mapper.readTree(body);
    } catch (IOException e) {
      return new Read(null, List.of(new Fault("", "json.malformed")));
    }
    if (!(tree instanceof ObjectNode object)) {
      return new Read(null, List.of(new Fault("", "json.notObject")));
    }
    JsonNode kind = object.remove("kind");
    RecordShape shape = kind == null ? null : shapes.get(kind.asText());
    if (shape == null || !kind.isTextual()) {
      String code = kind == null ? "kind.missing" : "kind.unknown";
      return new Read(null, List.of(new Fault("/kind", code)));
    }
    List<Fault> faults = new ArrayList<>(shape.stripFaults(object));
    try {
      return new Read(shape.read(object), faults);
    } catch (JsonProcessingException e) {
      faults.add(RecordShape.fault(e));
      return new Read(null, faults);
    }
  }

  @Override
  public byte[] write(Entry entry) {
    try {
      return mapper.writeValueAsBytes(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + entry.kind().jsonName(), e);
    }
  }

  /** All kinds are still written as they were first; a change of shape raises its kind's number. */
  @Override
  public int version(Kind kind) {
    return FIRST_VERSION;
  }

  @Override
  public Entry stored(String kind, int version, byte[] fields) {
    RecordShape shape = shapes.get(kind);
    if (shape == null || version != FIRST_VERSION) {
      throw new Tampered("content version " + version);
    }
    try {
      return shape.read(mapper.readTree(fields));
    } catch (IOException e) {
      throw new Tampered("fields of a stored entry");
    }
  }
}
