package nl.meldcode.adapter.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.meldcode.application.port.ListsJson;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.school.SchoolLists;

/** The lists of a school as JSON through Jackson. Safe for use by several threads. */
public final class JsonLists implements ListsJson {
  private final ObjectMapper mapper = Json.mapper();
  private final RecordShape<SchoolLists> shape = new RecordShape<>(mapper, SchoolLists.class);

  @Override
  public Read read(byte[] body) {
    try {
      if (!(mapper.readTree(body) instanceof ObjectNode object)) {
        return new Read(null, List.of(new Fault("", "json.notObject")));
      }
      List<Fault> faults = new ArrayList<>(shape.stripFaults(object));
      return new Read(shape.read(object), faults);
    } catch (IOException e) {
      return new Read(null, List.of(new Fault("", "json.malformed")));
    }
  }

  @Override
  public byte[] write(SchoolLists lists) {
    try {
      return mapper.writeValueAsBytes(lists);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write lists", e);
    }
  }

  @Override
  public SchoolLists stored(byte[] kept) {
    try {
      return mapper.readValue(kept, SchoolLists.class);
    } catch (IOException e) {
      throw new Tampered("lists of a school");
    }
  }
}
