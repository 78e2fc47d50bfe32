package nl.meldcode.adapter.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
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
import org.jspecify.annotations.Nullable;

/** Entries as JSON through Jackson. Safe for use by several threads. */
public final class JsonEntries implements EntryJson {
  private static final int FIRST_VERSION = 1;

  private final ObjectMapper mapper =
      Json.mapper()
          .registerModule(new EntryModule())
          // How a field is read is worked out when it is read first: a start reads none.
          .disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH)
          .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
  private final Map<String, RecordShape<Entry>> shapes = new HashMap<>();

  /** Prepares all kinds. */
  public JsonEntries() {
    Arrays.stream(Kind.values())
        .forEach(kind -> shapes.put(kind.jsonName(), new RecordShape<>(mapper, kind.type())));
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
    List<Fault> faults = new ArrayList<>();
    RecordShape<Entry> shape = strip(object, faults);
    object.remove(EntryModule.KIND);
    if (shape == null) {
      return new Read(null, faults);
    }
    try {
      return new Read(shape.read(object), faults);
    } catch (JsonProcessingException e) {
      faults.add(RecordShape.fault(e));
      return new Read(null, faults);
    }
  }

  /** Takes out what has the wrong form, in an entry within it too; null where no kind is told. */
  private @Nullable RecordShape<Entry> strip(ObjectNode object, List<Fault> faults) {
    JsonNode kind = object.get(EntryModule.KIND);
    RecordShape<Entry> shape = kind == null || !kind.isTextual() ? null : shapes.get(kind.asText());
    if (shape == null) {
      faults.add(new Fault("/kind", kind == null ? "kind.missing" : "kind.unknown"));
      return null;
    }
    for (String name : shape.entries()) {
      if (object.get(name) instanceof ObjectNode inner) {
        List<Fault> within = new ArrayList<>();
        if (strip(inner, within) == null) {
          object.remove(name);
        }
        within.forEach(one -> faults.add(one.under("/" + name)));
      }
    }
    faults.addAll(shape.stripFaults(object));
    return shape;
  }

  @Override
  public byte[] write(Entry entry) {
    try {
      return mapper.writeValueAsBytes(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + entry.kind().jsonName(), e);
    }
  }

  /**
   * All kinds are still written as they were first. A member that may be left out changes nothing:
   * older rows have none. Any other change of shape raises its kind's number.
   */
  @Override
  public int version(Kind kind) {
    return FIRST_VERSION;
  }

  @Override
  public Entry stored(String kind, int version, byte[] fields) {
    RecordShape<Entry> shape = shapes.get(kind);
    if (shape == null || version != FIRST_VERSION) {
      throw new Tampered("content version " + version);
    }
    try {
      return shape.read(fields);
    } catch (IOException e) {
      throw new Tampered("fields of a stored entry");
    }
  }
}
