package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The feed of what happened: thin, and in order (Host Connect 6.5). */
final class EventRules {
  private static final String FEED = "/events";
  private static final Set<String> DATA =
      Set.of(
          "changed",
          "schoolId",
          "fromGroupId",
          "toGroupId",
          "survivorId",
          "retiredIds",
          "relationId",
          "householdId",
          "entryId",
          "externalReference",
          "staffId");

  private EventRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.ofEvents(true, "EVENT-1", EventRules::told),
        Rule.ofEvents(true, "EVENT-2", EventRules::goesOn),
        Rule.ofEvents(false, "EVENT-3", EventRules::thin),
        Rule.ofEvents(false, "EVENT-4", EventRules::ordered),
        Rule.ofEvents(
            false, "EVENT-5", (host, found) -> found.status(host.get(FEED + "?cursor=%21"), 400)));
  }

  private static List<JsonNode> feed(Host host, Findings found) throws IOException {
    List<JsonNode> events =
        host.client().pages(FEED + "?limit=100").stream()
            .flatMap(page -> page.items().stream())
            .toList();
    if (events.isEmpty()) {
      found.nothing("no-events");
    }
    return events;
  }

  /** What was written is told, once. */
  private static void told(Host host, Findings found) throws IOException {
    Answer created = host.entry();
    if (found.status(created, 201)) {
      String id = RosterRules.id(created.json());
      long told =
          feed(host, found).stream()
              .filter(one -> one.path("type").asText().endsWith(".dossieritem-toegevoegd"))
              .filter(one -> one.path("data").path("entryId").asText().equals(id))
              .count();
      found.unless(told == 1, Wrong.NOT_TOLD, "GET " + FEED, "dossieritem-toegevoegd");
    }
  }

  /** Whoever keeps the last link reads on from there, and misses nothing. */
  private static void goesOn(Host host, Findings found) throws IOException {
    List<Answer> pages = host.client().pages(FEED + "?limit=100");
    Optional<String> place =
        pages.stream().map(host.client()::next).flatMap(Optional::stream).reduce((a, b) -> b);
    if (place.isEmpty()) {
      found.add(Wrong.NO_PLACE, "GET " + FEED);
      return;
    }
    found.unless(host.get(place.get()).items().isEmpty(), Wrong.TWICE, "GET " + FEED);
    Answer created = host.entry();
    boolean heard =
        host.get(place.get()).items().stream()
            .anyMatch(
                one ->
                    one.path("data")
                        .path("entryId")
                        .asText()
                        .equals(RosterRules.id(created.json())));
    found.unless(heard, Wrong.NOT_TOLD, "GET " + FEED, "dossieritem-toegevoegd");
  }

  private static void thin(Host host, Findings found) throws IOException {
    for (JsonNode event : feed(host, found)) {
      event
          .path("data")
          .fieldNames()
          .forEachRemaining(
              name -> found.unless(DATA.contains(name), Wrong.NOT_THIN, "GET " + FEED, name));
      String type = event.path("type").asText();
      found.unless(
          type.startsWith("nl.leerlingadministratie."), Wrong.FIELD, "GET " + FEED, "type");
    }
  }

  private static void ordered(Host host, Findings found) throws IOException {
    Map<String, Long> last = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode event : feed(host, found)) {
      String subject = event.path("subject").asText();
      long sequence = event.path("sequence").asLong();
      found.unless(sequence > last.getOrDefault(subject, 0L), Wrong.SEQUENCE, "GET " + FEED);
      found.unless(
          ids.add(event.path("source").asText() + event.path("id").asText()),
          Wrong.TWICE,
          "GET " + FEED);
      last.put(subject, sequence);
    }
  }
}
