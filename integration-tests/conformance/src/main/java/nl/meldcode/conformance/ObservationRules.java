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
        Rule.with("observations", "OBSERVATION-1", ObservationRules::ofThisPupil),
        Rule.with("observations", "OBSERVATION-2", ObservationRules::onBehalfOf));
  }

  private static String address(Host host) throws IOException {
    return "/pupils/" + host.place().map(Host.Place::pupil).orElse("") + "/observations";
  }

  private static void ofThisPupil(Host host, Findings found) throws IOException {
    if (host.place().isEmpty()) {
      found.nothing("no-place-to-write");
      return;
    }
    Answer answer = host.client().send(host.write("GET", address(host)));
    if (!found.status(answer, 200)) {
      return;
    }
    String pupil = host.place().get().pupil();
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
    if (host.place().isEmpty()) {
      found.nothing("no-place-to-write");
      return;
    }
    Ask ask = host.write("GET", address(host));
    found.status(host.client().send(ask.without("On-Behalf-Of")), 400, 403);
    Ask stranger = ask.with("On-Behalf-Of", UUID.randomUUID().toString());
    found.status(host.client().send(stranger), 403);
  }
}
