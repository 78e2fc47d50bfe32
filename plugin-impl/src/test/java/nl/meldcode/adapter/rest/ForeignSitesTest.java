package nl.meldcode.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.adapter.rest.RestDesk.Route;
import nl.meldcode.application.School;
import nl.meldcode.application.port.Drafts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of another site can make a browser send changes nothing, by any route. */
class ForeignSitesTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Moe."}""";
  private static final String ABSENT = "-";

  private final RestDesk desk = new RestDesk(School.NORA);

  /** Of each header what stands there instead; {@value #ABSENT} leaves it out. */
  @ParameterizedTest
  @Covers("S06")
  @CsvSource({
    "X-MC, -",
    "X-MC, 0",
    "X-MC, true",
    "Origin, -",
    "Origin, null",
    "Origin, https://elders.example",
    "Origin, http://localhost:8080",
    "Origin, http://127.0.0.1",
    "Origin, https://127.0.0.1:8080",
    "Origin, http://127.0.0.1:8080.elders.example",
    "Origin, http://127.0.0.1:80800",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void noRouteChangesAnything(String header, String value) {
    List<Route> changing = desk.routes().stream().filter(Route::changes).toList();
    assertThat(changing).hasSizeGreaterThan(6);
    desk.drafts.save(draft(), "{}", desk.plugin.school.clock().instant());

    for (Route route : changing) {
      assertThat(desk.send(route, with(header, value), SIGNAL).status())
          .as("%s", route)
          .isEqualTo(403);
    }

    assertThat(state()).containsExactly(0, 0, 0, 1);
  }

  @Test
  @Covers("S06")
  void theSameCallOfOurOwnPageRecords() {
    Route entries = new Route("POST", "v1/contexts/" + desk.context + "/entries");

    assertThat(desk.send(entries, desk.own(), SIGNAL).status()).isEqualTo(201);
    assertThat(desk.send(entries, with("Content-Type", "text/plain"), SIGNAL).status())
        .isEqualTo(415);
    assertThat(desk.plugin.version()).isEqualTo(1);
  }

  /** Whoever called knows the address it called; the plugin, behind a proxy, does not. */
  @Test
  void whatWasMadeIsNamedAsSeenFromTheAddressThatWasCalled() {
    Route entries = new Route("POST", "v1/contexts/" + desk.context + "/entries");

    InProcess.Answer made = desk.send(entries, desk.own(), SIGNAL);

    assertThat(made.header("Location"))
        .startsWith("entries/")
        .satisfies(where -> assertThat(made.body()).contains('"' + where.substring(8) + '"'));
  }

  private List<Integer> state() {
    List<Integer> counts = new ArrayList<>();
    counts.add(desk.plugin.dossiers.all().size());
    counts.add(desk.register.all.size());
    counts.add((int) desk.plugin.lists.latest(School.ID).stream().count());
    counts.add(
        (int) desk.drafts.find(draft(), desk.plugin.school.clock().instant()).stream().count());
    return counts;
  }

  private static Drafts.Key draft() {
    return new Drafts.Key(School.ID, School.NORA.id(), School.LOTTE, "Signal");
  }

  private Map<String, String> with(String header, String value) {
    Map<String, String> headers = new HashMap<>(desk.own());
    headers.put(header, value);
    headers.values().removeIf(ABSENT::equals);
    return headers;
  }
}
