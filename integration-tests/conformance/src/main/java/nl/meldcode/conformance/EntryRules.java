package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Entries on a pupil's record (Host Connect 6.3). */
final class EntryRules {
  private EntryRules() {}

  static List<Rule> all() {
    return List.of(
        rule("ENTRY-1", EntryRules::echo),
        rule("ENTRY-2", EntryRules::narrowest),
        Rule.writing("idempotency", "ENTRY-3", EntryRules::repeated),
        Rule.writing("idempotency", "ENTRY-4", EntryRules::otherBody),
        Rule.writing("idempotency", "ENTRY-5", EntryRules::noKey),
        rule("ENTRY-6", EntryRules::found),
        rule("ENTRY-7", EntryRules::allFaults),
        rule("ENTRY-8", EntryRules::onBehalf),
        Rule.writing("optimisticLocking", "ENTRY-9", EntryRules::noTag),
        Rule.writing("optimisticLocking", "ENTRY-10", EntryRules::staleTag),
        rule("ENTRY-11", EntryRules::released),
        rule("ENTRY-12", EntryRules::readOnly),
        rule("ENTRY-13", EntryRules::removed));
  }

  private static Rule rule(String id, Rule.Check check) {
    return Rule.writing("documents", id, check);
  }

  static String address(Answer created) {
    return "/record-entries/" + RosterRules.id(created.json());
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static String reference(Map<String, Object> asked) {
    return String.valueOf(asked.get("externalReference"));
  }

  private static List<JsonNode> stored(Host host, String reference) throws IOException {
    String pupil = host.place().map(Host.Place::pupil).orElse("");
    return host.get("/pupils/" + pupil + "/record-entries?externalReference=" + reference).items();
  }

  /** What was asked is what is kept: anything wider is a leak. */
  private static void echo(Host host, Findings found) throws IOException {
    Map<String, Object> asked = Samples.entry();
    Answer created = host.create(key(), asked);
    if (!found.status(created, 201)) {
      return;
    }
    found.unless(
        created.header("Location").endsWith(address(created)), Wrong.HEADER, created, "Location");
    found.unless(!created.header("ETag").isEmpty(), Wrong.HEADER, created, "ETag");
    JsonNode kept = host.get(address(created)).json();
    JsonNode wanted = Json.read(Json.text(asked).getBytes(UTF_8));
    for (String field : asked.keySet()) {
      for (JsonNode said : List.of(created.json(), kept)) {
        found.unless(said.path(field).equals(wanted.path(field)), Wrong.ECHO, created.ask(), field);
      }
    }
  }

  private static void narrowest(Host host, Findings found) throws IOException {
    Map<String, Object> asked = Samples.entry();
    asked.keySet().removeAll(List.of("visibility", "excludeFromTransfer", "confidentiality"));
    Answer created = host.create(key(), asked);
    if (found.status(created, 201)) {
      JsonNode kept = created.json();
      boolean hidden = kept.path("visibility").asText().equals("restrictedStaff");
      found.unless(hidden, Wrong.ECHO, created.ask(), "visibility");
      found.unless(
          kept.path("excludeFromTransfer").asBoolean(),
          Wrong.ECHO,
          created.ask(),
          "excludeFromTransfer");
    }
  }

  private static void repeated(Host host, Findings found) throws IOException {
    Map<String, Object> asked = Samples.entry();
    String key = key();
    Answer first = host.create(key, asked);
    Answer second = host.create(key, asked);
    if (found.status(first, 201) && found.status(second, 200, 201)) {
      boolean same = RosterRules.id(first.json()).equals(RosterRules.id(second.json()));
      found.unless(same, Wrong.DOUBLED, second.ask());
      int kept = stored(host, reference(asked)).size();
      found.unless(kept == 1, Wrong.DOUBLED, second.ask());
    }
  }

  private static void otherBody(Host host, Findings found) throws IOException {
    String key = key();
    if (found.status(host.create(key, Samples.entry()), 201)) {
      found.status(host.create(key, Samples.entry()), 422);
    }
  }

  private static void noKey(Host host, Findings found) throws IOException {
    Ask ask = createAsk(host).json(Samples.entry());
    found.status(host.remember(host.client().send(ask)), 400);
  }

  private static Ask createAsk(Host host) throws IOException {
    String pupil = host.place().map(Host.Place::pupil).orElse("");
    return host.write("POST", "/pupils/" + pupil + "/record-entries");
  }

  private static void found(Host host, Findings found) throws IOException {
    Map<String, Object> asked = Samples.entry();
    Answer created = host.create(key(), asked);
    if (found.status(created, 201)) {
      List<JsonNode> hits = stored(host, reference(asked));
      boolean first =
          hits.size() == 1 && RosterRules.id(hits.get(0)).equals(RosterRules.id(created.json()));
      found.unless(first, Wrong.SEARCH, "GET /pupils/{pupilId}/record-entries");
      boolean none = stored(host, UUID.randomUUID().toString()).isEmpty();
      found.unless(none, Wrong.SEARCH, "GET /pupils/{pupilId}/record-entries");
    }
  }

  private static void allFaults(Host host, Findings found) throws IOException {
    Map<String, Object> asked = Samples.entry();
    asked.put("kind", "praatje");
    asked.put("title", "");
    Answer answer = host.create(key(), asked);
    if (found.status(answer, 400)) {
      found.unless(answer.json().path("errors").size() >= 2, Wrong.ALL_FAULTS, answer.ask());
    }
    int kept = stored(host, reference(asked)).size();
    found.unless(kept == 0, Wrong.STORED_ANYWAY, answer.ask());
  }

  private static void onBehalf(Host host, Findings found) throws IOException {
    Ask ask = createAsk(host).with("Idempotency-Key", key()).json(Samples.entry());
    found.status(host.remember(host.client().send(ask.without("On-Behalf-Of"))), 400, 403);
    Ask stranger = ask.with("On-Behalf-Of", UUID.randomUUID().toString());
    found.status(host.remember(host.client().send(stranger.with("Idempotency-Key", key()))), 403);
  }

  private static Ask patch(Host host, Answer created, Map<String, ?> change) throws IOException {
    return host.write("PATCH", address(created)).json(change);
  }

  private static void noTag(Host host, Findings found) throws IOException {
    Answer created = host.entry();
    if (found.status(created, 201)) {
      Ask change = patch(host, created, Map.of("visibility", "staff"));
      found.status(host.client().send(change), 428);
    }
  }

  private static void staleTag(Host host, Findings found) throws IOException {
    Answer created = host.entry();
    if (found.status(created, 201)) {
      Ask change =
          patch(host, created, Map.of("visibility", "staff")).with("If-Match", tag(created));
      Answer first = host.client().send(change);
      if (found.status(first, 200)) {
        found.unless(!tag(first).equals(tag(created)), Wrong.HEADER, first, "ETag");
        Ask back = patch(host, created, Map.of("visibility", "restrictedStaff"));
        found.status(host.client().send(back.with("If-Match", tag(created))), 412);
      }
    }
  }

  private static String tag(Answer answer) {
    return answer.header("ETag");
  }

  private static void released(Host host, Findings found) throws IOException {
    Answer created = host.entry();
    if (found.status(created, 201)) {
      Ask change =
          patch(host, created, Map.of("visibility", "staff")).with("If-Match", tag(created));
      Answer changed = host.client().send(change);
      if (found.status(changed, 200)) {
        for (JsonNode said : List.of(changed.json(), host.get(address(created)).json())) {
          boolean right = said.path("visibility").asText().equals("staff");
          found.unless(right, Wrong.ECHO, changed.ask(), "visibility");
        }
      }
    }
  }

  private static void readOnly(Host host, Findings found) throws IOException {
    Answer created = host.entry();
    if (found.status(created, 201)) {
      Ask change = patch(host, created, Map.of("title", "Anders")).with("If-Match", tag(created));
      found.status(host.client().send(change), 400);
      String title = host.get(address(created)).json().path("title").asText();
      found.unless(title.equals(Samples.TITLE), Wrong.STORED_ANYWAY, change);
    }
  }

  private static void removed(Host host, Findings found) throws IOException {
    Map<String, Object> asked = Samples.entry();
    Answer created = host.create(key(), asked);
    if (found.status(created, 201)) {
      found.status(host.client().send(host.write("DELETE", address(created))), 204);
      found.status(host.get(address(created)), 410);
    }
  }
}
