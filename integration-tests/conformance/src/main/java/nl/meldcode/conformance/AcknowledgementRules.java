package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who took note of a document, and how (Host Connect 6.4). */
final class AcknowledgementRules {
  private static final List<String> KINDS = List.of("seen", "signed", "refused", "notReached");

  private AcknowledgementRules() {}

  static List<Rule> all() {
    return List.of(
        rule("ACKNOWLEDGEMENT-1", AcknowledgementRules::kinds),
        rule("ACKNOWLEDGEMENT-2", AcknowledgementRules::bound),
        rule("ACKNOWLEDGEMENT-3", AcknowledgementRules::repeated),
        rule("ACKNOWLEDGEMENT-4", AcknowledgementRules::strangers),
        rule("ACKNOWLEDGEMENT-6", AcknowledgementRules::pupil),
        Rule.writing("optimisticLocking", "ACKNOWLEDGEMENT-5", AcknowledgementRules::changed));
  }

  private static Rule rule(String id, Rule.Check check) {
    return Rule.writing("acknowledgements", id, check);
  }

  /** A document that is there, and a guardian who may take note of it. */
  private record Ground(String entry, String document, String sha256, String person) {
    Map<String, Object> row(String kind) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("kind", kind);
      row.put("personId", person);
      row.put("acknowledgedAt", "2026-01-15T10:00:00Z");
      row.put("agreement", kind.equals("refused") ? "no" : "unknown");
      row.put("remark", "Proef");
      row.put("documentId", document);
      row.put("documentSha256", sha256);
      row.put("method", "onScreen");
      return row;
    }
  }

  private static Optional<Ground> ground(Host host, Findings found) throws IOException {
    String pupil = host.place().map(Host.Place::pupil).orElse("");
    List<JsonNode> guardians = host.all("/pupils/" + pupil + "/relations");
    if (guardians.isEmpty()) {
      found.nothing("no-guardian");
      return Optional.empty();
    }
    byte[] content = Samples.pdf("acknowledged");
    Answer stored = DocumentRules.stored(host, content);
    if (!found.status(stored, 201)) {
      return Optional.empty();
    }
    String[] path = stored.ask().address().split("/documents/", 2);
    String person = guardians.get(0).path("personId").asText();
    return Optional.of(new Ground(path[0], path[1], Samples.hex(content), person));
  }

  private static Ask put(Host host, Ground on, String id, Map<String, ?> row) throws IOException {
    return host.write("PUT", on.entry() + "/acknowledgements/" + id).json(row);
  }

  private static Answer send(Host host, Ground on, Map<String, ?> row) throws IOException {
    return host.client().send(put(host, on, UUID.randomUUID().toString(), row));
  }

  /** Seen without agreement and a refusal are told apart, each a row of its own. */
  private static void kinds(Host host, Findings found) throws IOException {
    Optional<Ground> ground = ground(host, found);
    if (ground.isEmpty()) {
      return;
    }
    for (String kind : KINDS) {
      Answer answer = send(host, ground.get(), ground.get().row(kind));
      if (found.status(answer, 200, 201)) {
        Answer back = host.get(answer.ask().address());
        ground
            .get()
            .row(kind)
            .forEach(
                (field, value) -> {
                  boolean kept = back.json().path(field).asText().equals(value);
                  found.unless(kept, Wrong.ECHO, answer.ask(), field);
                });
      }
    }
    int rows = host.get(ground.get().entry() + "/acknowledgements").items().size();
    found.unless(
        rows == KINDS.size(), Wrong.ROWS, "GET /record-entries/{entryId}/acknowledgements");
  }

  private static void bound(Host host, Findings found) throws IOException {
    Optional<Ground> ground = ground(host, found);
    if (ground.isPresent()) {
      Map<String, Object> row = ground.get().row("signed");
      row.put("documentSha256", Samples.hex(Samples.pdf("other")));
      found.status(send(host, ground.get(), row), 400);
      row = ground.get().row("signed");
      row.put("documentId", UUID.randomUUID().toString());
      found.status(send(host, ground.get(), row), 400);
    }
  }

  private static void repeated(Host host, Findings found) throws IOException {
    Optional<Ground> ground = ground(host, found);
    if (ground.isPresent()) {
      Answer first = send(host, ground.get(), ground.get().row("seen"));
      if (found.status(first, 200, 201)) {
        found.status(host.client().send(first.ask().without("Authorization")), 200, 204);
        int rows = host.get(ground.get().entry() + "/acknowledgements").items().size();
        found.unless(rows == 1, Wrong.ROWS, "GET /record-entries/{entryId}/acknowledgements");
      }
    }
  }

  private static void strangers(Host host, Findings found) throws IOException {
    Optional<Ground> ground = ground(host, found);
    if (ground.isPresent()) {
      Map<String, Object> row = ground.get().row("seen");
      row.put("personId", UUID.randomUUID().toString());
      found.status(send(host, ground.get(), row), 400);
    }
  }

  /** Whoever is 16 or older answers without a guardian in between. */
  private static void pupil(Host host, Findings found) throws IOException {
    Optional<Ground> ground = ground(host, found);
    if (ground.isPresent()) {
      String pupil = host.place().map(Host.Place::pupil).orElse("");
      Map<String, Object> row = ground.get().row("signed");
      row.put("personId", pupil);
      Answer answer = send(host, ground.get(), row);
      if (found.status(answer, 200, 201)) {
        Answer back = host.get(answer.ask().address());
        boolean kept = back.json().path("personId").asText().equals(pupil);
        found.unless(kept, Wrong.ECHO, answer.ask(), "personId");
      }
    }
  }

  private static void changed(Host host, Findings found) throws IOException {
    Optional<Ground> ground = ground(host, found);
    if (ground.isPresent()) {
      String id = UUID.randomUUID().toString();
      Answer first = host.client().send(put(host, ground.get(), id, ground.get().row("seen")));
      Ask change = put(host, ground.get(), id, ground.get().row("signed"));
      if (found.status(first, 200, 201)) {
        found.status(host.client().send(change), 428);
        found.status(host.client().send(change.with("If-Match", "\"een-andere\"")), 412);
        found.status(host.client().send(change.with("If-Match", first.header("ETag"))), 200);
      }
    }
  }
}
