package nl.meldcode.adapter.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import nl.meldcode.application.port.SentJson;
import nl.meldcode.domain.entry.Fault;

/** Records that are no entries, as JSON through Jackson. */
public final class JsonSent implements SentJson {
  private final ObjectMapper mapper = Json.mapper();

  @Override
  public <T extends Record> Read<T> read(Class<T> type, byte[] body) {
    RecordShape<T> shape = new RecordShape<>(mapper, type);
    try {
      if (!(mapper.readTree(body) instanceof ObjectNode object)) {
        return new Read<>(null, List.of(new Fault("", "json.notObject")));
      }
      List<Fault> faults = shape.stripFaults(object);
      return new Read<>(shape.read(object), faults);
    } catch (IOException e) {
      return new Read<>(null, List.of(new Fault("", "json.malformed")));
    }
  }
}
