package nl.meldcode.adapter.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.meldcode.Covers;
import nl.meldcode.HostileText;
import nl.meldcode.adapter.rest.RestDesk.Route;
import nl.meldcode.application.School;
import org.junit.jupiter.api.Test;

/** Whatever stands in an address, a header or a body, the answer is an answer. */
class HostileCallsTest {
  private final RestDesk desk = new RestDesk(School.NORA);
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  @Test
  @Covers({"S16", "S20"})
  void noValueAnywhereBreaksACall() {
    String here = "v1/contexts/" + desk.context;
    for (String text : HostileText.sql()) {
      String part = URLEncoder.encode(text, UTF_8).replace("+", "%20");
      String quoted = JsonNodeFactory.instance.textNode(text).toString();
      String signal =
          "{\"kind\":\"Signal\",\"observedOn\":\"2026-02-09\",\"source\":\"SELF\",\"facts\":%s,"
              + "\"place\":%s}";
      answered("GET", "v1/contexts/" + part + "/dossier", Map.of(), "", text);
      answered("GET", here + "/entries/" + part + "/document", Map.of(), "", text);
      answered("POST", here + "/dossiers/" + part, Map.of(), "{}", text);
      answered("GET", here + "/drafts/" + part, Map.of(), "", text);
      answered("PUT", here + "/drafts/Signal", Map.of(), "{\"facts\":" + quoted + "}", text);
      answered("POST", here + "/entries", Map.of(), signal.formatted(quoted, quoted), text);
      answered("POST", here + "/entries", Map.of(), "{\"kind\":" + quoted + "}", text);
      answered("POST", here + "/entries", Map.of("Idempotency-Key", text), "{}", text);
      answered("PUT", here + "/lists", Map.of("If-Match", text), "{}", text);
    }
    assertThat(statuses.keySet()).as("%s", statuses).isSubsetOf(200, 201, 400, 401, 403, 404);
    assertThat(statuses).as("some were taken").containsKeys(200, 201);
  }

  private void answered(
      String method, String path, Map<String, String> more, String body, String text) {
    Map<String, String> headers = new HashMap<>(desk.own());
    headers.putAll(more);
    InProcess.Answer answer = desk.send(new Route(method, path), headers, body);
    assertThat(answer.status()).as("%s %s", path, text).isLessThan(500);
    statuses.merge(answer.status(), 1, Integer::sum);
  }
}
