package nl.meldcode.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.adapter.rest.RestDesk.Route;
import nl.meldcode.application.School;
import org.junit.jupiter.api.Test;

/** Whatever is served and does not stand in the short list here asks for a session. */
class WithoutSessionTest {
  private static final List<String> PUBLIC =
      List.of("v1/readiness", "v1/openapi.json", "v1/texts/nl");

  private final RestDesk desk = new RestDesk(School.ANJA);

  @Test
  @Covers("S05")
  void everyRouteButThreeIsClosed() {
    List<Route> routes = desk.routes();
    assertThat(routes).hasSizeGreaterThan(18);

    for (Route route : routes) {
      int status = desk.send(route, without("Cookie"), "{}").status();
      if (PUBLIC.contains(route.path())) {
        assertThat(status).as("%s", route).isEqualTo(200);
      } else {
        assertThat(status).as("%s", route).isEqualTo(401);
      }
    }
    assertThat(routes).extracting(Route::path).containsAll(PUBLIC);
  }

  @Test
  @Covers({"S04", "S05"})
  void aSessionThatIsNotThereIsNoneAndNoRouteSaysSoInItsOwnWay() {
    Map<String, String> headers = new HashMap<>(desk.own());
    headers.put("Cookie", "__Host-mc=" + "x".repeat(43));

    assertThat(desk.routes())
        .filteredOn(route -> !PUBLIC.contains(route.path()))
        .extracting(route -> desk.send(route, headers, "{}"))
        .extracting(answer -> answer.status() + answer.body())
        .containsOnly(
            desk.send(new Route("GET", "v1/contexts/x/dossier"), without("Cookie"), "{}").status()
                + desk.send(new Route("GET", "v1/contexts/x/log"), without("Cookie"), "{}").body());
  }

  private Map<String, String> without(String name) {
    Map<String, String> headers = new HashMap<>(desk.own());
    headers.remove(name);
    return headers;
  }
}
