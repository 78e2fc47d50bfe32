package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What the host itself noted about a pupil, for who may see it there (Host Connect 6.1). */
final class ObservationRules {
  private static final String OBSERVATIONS = "GET /pupils/{pupilId}/observations";
  private static final int MOST = 100;

  private ObservationRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.with("observations", "OBSERVATION-1", somewhere(ObservationRules::ofThisPupil)),
        Rule.with("observations", "OBSERVATION-2", somewhere(ObservationRules::onBehalfOf)));
  }

  private static Rule.Check somewhere(Rule.Check check) {
    return (host, found) -> {
      if (host.place().isEmpty()) {
        found.nothing("no-place-to-write");
      } else {
        check.look(host, found);
      }
    };
  }

  private static Ask ask(Host host) throws IOException {
    String pupil = host.place().map(Host.Place::pupil).orElse("");
    return host.write("GET", "/pupils/" + pupil + "/observations");
  }

  private static void ofThisPupil(Host host, Findings found) throws IOException {
    Answer answer = host.client().send(ask(host));
    if (!found.status(answer, 200)) {
      return;
    }
    String pupil = host.place().map(Host.Place::pupil).orElse("");
    List<String> days = new ArrayList<>();
    for (JsonNode one : answer.items()) {
      days.add(one.path("observedDate").asText());
      found.unless(one.path("pupilId").asText().equals(pupil), Wrong.OTHER_PUPIL, OBSERVATIONS);
    }
    found.unless(days.size() <= MOST, Wrong.PAGE_SIZE, OBSERVATIONS);
    List<String> newestFirst = new ArrayList<>(days);
    newestFirst.sort(Comparator.comparing((String day) -> day).reversed());
    found.unless(days.equals(newestFirst), Wrong.NEWEST, OBSERVATIONS);
    found.unless(RosterRules.ids(answer.items()).size() == days.size(), Wrong.TWICE, OBSERVATIONS);
  }

  private static void onBehalfOf(Host host, Findings found) throws IOException {
    Ask ask = ask(host);
    found.status(host.client().send(ask.without("On-Behalf-Of")), 400, 403);
    Ask stranger = ask.with("On-Behalf-Of", UUID.randomUUID().toString());
    found.status(host.client().send(stranger), 403);
  }
}
