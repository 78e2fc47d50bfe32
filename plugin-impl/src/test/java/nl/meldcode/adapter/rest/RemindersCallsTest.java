package nl.meldcode.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import nl.meldcode.Covers;
import nl.meldcode.adapter.rest.RestDesk.Route;
import nl.meldcode.application.School;
import org.junit.jupiter.api.Test;

/** The setting of one person, as it is served. */
class RemindersCallsTest {
  private static InProcess.Answer call(RestDesk desk, String method) {
    return desk.send(
        new Route(method, "v1/contexts/" + desk.context + "/reminders"), desk.own(), "");
  }

  @Test
  @Covers("P13")
  void eachSaysForThemselvesWhetherToBeReminded() {
    RestDesk anja = new RestDesk(School.ANJA);
    assertThat(call(anja, "GET").body()).contains("\"offered\":false");
    assertThat(call(anja, "PUT").status()).as("no address is known").isEqualTo(404);

    anja.plugin.school.addresses.put(School.ANJA.id(), "a@school.example");
    assertThat(call(anja, "GET").body()).contains("\"offered\":true", "\"wanted\":true");
    assertThat(call(anja, "DELETE").body()).contains("\"wanted\":false");
    assertThat(call(anja, "GET").body()).contains("\"wanted\":false");
    assertThat(anja.plugin.reminders.wanted(School.NORA.id())).isTrue();
    assertThat(call(anja, "PUT").body()).contains("\"wanted\":true");
  }

  @Test
  @Covers({"P13", "S10"})
  void whoHasNoWorkInDossiersHasNone() {
    RestDesk rik = new RestDesk(School.RIK);
    rik.plugin.school.addresses.put(School.RIK.id(), "r@school.example");
    assertThat(call(rik, "GET").body()).contains("\"offered\":false");
    assertThat(call(rik, "DELETE").status()).isEqualTo(404);
  }
}
