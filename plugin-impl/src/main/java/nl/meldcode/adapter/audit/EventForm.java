package nl.meldcode.adapter.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Tampered;
import org.jspecify.annotations.Nullable;

/** Events as JSON. */
final class EventForm {
  private final JsonMapper json = new JsonMapper();

  byte[] write(Event event) {
    ObjectNode node = json.createObjectNode();
    node.put("at", event.at().toString());
    node.put("what", event.what().name());
    put(node, "school", event.school());
    put(node, "staff", event.staff());
    put(node, "pupil", event.pupil());
    put(node, "dossier", event.dossier());
    node.put("rule", event.rule());
    node.put("subject", event.subject());
    try {
      return json.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text and ids are always JSON", e);
    }
  }

  Event read(byte[] bytes) {
    try {
      JsonNode node = json.readTree(bytes);
      return new Event(
          Instant.parse(node.required("at").textValue()),
          What.valueOf(node.required("what").textValue()),
          get(node, "school", SchoolId::new),
          get(node, "staff", StaffId::of),
          get(node, "pupil", PupilId::of),
          get(node, "dossier", DossierId::of),
          node.required("rule").textValue(),
          node.required("subject").textValue());
    } catch (IOException | IllegalArgumentException e) {
      throw new Tampered("access log");
    }
  }

  private static void put(ObjectNode node, String name, @Nullable Object id) {
    if (id != null) {
      node.put(name, id.toString());
    }
  }

  private static <T> @Nullable T get(JsonNode node, String name, Function<String, T> id) {
    return node.hasNonNull(name) ? id.apply(node.get(name).textValue()) : null;
  }
}
