package nl.meldcode.adapter.host;

import static nl.meldcode.adapter.host.HostStub.json;
import static nl.meldcode.adapter.host.HostStub.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.adapter.host.HostStub.Asked;
import nl.meldcode.adapter.host.HostStub.Canned;
import nl.meldcode.adapter.http.Reply;
import org.jspecify.annotations.Nullable;

/** What was put on the record of pupils, by the contract but for what a host may get wrong. */
final class HostRecords {
  private final Map<UUID, Held> entries = new LinkedHashMap<>();
  private final Map<String, UUID> keys = new HashMap<>();
  private final List<String> order = new ArrayList<>();
  private int next;

  /** An entry with its documents and answers, in the order in which they came. */
  record Held(
      UUID id,
      UUID pupil,
      ObjectNode json,
      Map<String, String> documents,
      Map<String, ObjectNode> answers) {
    String reference() {
      return json.path("externalReference").asText();
    }
  }

  /** The entries that were not deleted. */
  synchronized List<Held> all() {
    return List.copyOf(entries.values());
  }

  /** The ids of documents and answers, in the order in which they first came. */
  synchronized List<String> order() {
    return List.copyOf(order);
  }

  /**
   * The answer to a request about {@code pupils/x/record-entries} or below {@code record-entries}.
   */
  synchronized Canned to(Asked asked, String path, Behaviour behaviour) {
    String method = asked.line().substring(0, asked.line().indexOf(' '));
    String[] parts = path.split("/", -1);
    if (parts[1].equals("pupils")) {
      return method.equals("POST")
          ? create(asked, UUID.fromString(parts[2]), behaviour)
          : list(UUID.fromString(parts[2]), HostRoster.query(asked.line()));
    }
    Held held = entries.get(UUID.fromString(parts[2]));
    if (held == null) {
      return problem(404, "not-found");
    }
    if (method.equals("DELETE")) {
      entries.remove(held.id());
      return new Canned(204, Map.of(), "");
    }
    boolean isDocument = parts[3].equals("documents");
    return switch (method + (isDocument ? " document" : " answer")) {
      case "GET document" -> document(held.documents().get(parts[4]));
      case "PUT document" -> putDocument(held, parts[4], asked.body(), behaviour);
      case "GET answer" -> answer(held.answers().get(parts[4]));
      default -> putAnswer(held, parts[4], asked, behaviour);
    };
  }

  private Canned list(UUID pupil, Map<String, String> query) {
    String wanted = query.get("externalReference");
    List<String> found =
        entries.values().stream()
            .filter(one -> one.pupil().equals(pupil))
            .filter(one -> wanted == null || one.reference().equals(wanted))
            .map(one -> one.json().toString())
            .toList();
    return json(200, "{\"items\": " + found + "}");
  }

  private Canned create(Asked asked, UUID pupil, Behaviour behaviour) {
    String key = asked.headers().getOrDefault("Idempotency-key", "");
    UUID known = behaviour == Behaviour.DOUBLES ? null : keys.get(key);
    if (known != null && entries.containsKey(known)) {
      return json(200, entries.get(known).json().toString());
    }
    UUID id = UUID.fromString(RosterReplies.numbered(800_000 + next++));
    ObjectNode json = object(asked.body());
    json.put("id", id.toString()).put("pupilId", pupil.toString());
    if (behaviour == Behaviour.WIDER) {
      json.put("visibility", "parentPortal");
    }
    entries.put(id, new Held(id, pupil, json, new LinkedHashMap<>(), new LinkedHashMap<>()));
    keys.put(key, id);
    return json(201, json.toString());
  }

  private static Canned document(@Nullable String bytes) {
    return bytes == null
        ? problem(404, "not-found")
        : new Canned(200, Map.of("Content-Type", "application/pdf"), bytes);
  }

  private Canned putDocument(Held held, String id, String bytes, Behaviour behaviour) {
    boolean there = held.documents().containsKey(id);
    if (there && behaviour != Behaviour.PRECONDITIONS_IGNORED) {
      return conflict(behaviour);
    }
    if (!there) {
      order.add(id);
    }
    held.documents().merge(id, bytes, (before, now) -> before.equals(now) ? now : before + now);
    return json(201, "{\"id\": \"%s\"}".formatted(id));
  }

  private static Canned answer(@Nullable ObjectNode answer) {
    return answer == null ? problem(404, "not-found") : json(200, answer.toString());
  }

  private Canned putAnswer(Held held, String id, Asked asked, Behaviour behaviour) {
    boolean there = held.answers().containsKey(id);
    if (there && behaviour != Behaviour.PRECONDITIONS_IGNORED) {
      return conflict(behaviour);
    }
    if (!there) {
      order.add(id);
    }
    held.answers().put(id, object(asked.body()));
    return json(200, asked.body());
  }

  private static Canned conflict(Behaviour behaviour) {
    return behaviour == Behaviour.STALE_AS_409
        ? json(409, "{\"error\": \"exists\"}")
        : problem(412, "concurrent-change");
  }

  private static ObjectNode object(String body) {
    try {
      return (ObjectNode) Reply.JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
