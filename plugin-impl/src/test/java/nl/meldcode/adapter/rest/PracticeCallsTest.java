package nl.meldcode.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import nl.meldcode.Covers;
import nl.meldcode.adapter.rest.RestDesk.Route;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Roster.StaffMember;
import org.junit.jupiter.api.Test;

/** The way to the pupil to practise on, as it is served. */
class PracticeCallsTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Oefening.",
       "frequency":"INCIDENTAL","seriousness":"STRIKING"}""";

  private static InProcess.Answer open(RestDesk desk, String how) {
    return desk.send(
        new Route("POST", "v1/contexts/" + desk.context + "/practice" + how), desk.own(), "");
  }

  private static String context(RestDesk desk, String how) throws IOException {
    InProcess.Answer answer = open(desk, how);
    assertThat(answer.status()).isEqualTo(200);
    return json(answer).path("context").asText();
  }

  private static JsonNode json(InProcess.Answer answer) throws IOException {
    return new JsonMapper().readTree(answer.body());
  }

  private static JsonNode pupil(RestDesk desk, String context) throws IOException {
    return json(desk.send(new Route("GET", "v1/contexts/" + context + "/dossier"), desk.own(), ""))
        .path("pupil");
  }

  private static void record(RestDesk desk, String context) {
    assertThat(
            desk.send(new Route("POST", "v1/contexts/" + context + "/entries"), desk.own(), SIGNAL)
                .status())
        .isEqualTo(201);
  }

  @Test
  @Covers("P8")
  void colleaguesPractiseOnTheSamePupilUntilOneBeginsAgain() throws IOException {
    TestPlugin plugin = new TestPlugin();
    RestDesk anja = new RestDesk(School.ANJA, plugin);
    RestDesk petra = new RestDesk(School.PETRA, plugin);

    String first = context(anja, "");
    JsonNode pupil = pupil(anja, first);
    assertThat(pupil.path("practice").asBoolean()).isTrue();
    assertThat(pupil(petra, context(petra, ""))).isEqualTo(pupil);
    assertThat(pupil(petra, context(petra, "/again"))).as("nothing recorded").isEqualTo(pupil);

    record(anja, first);
    String next = context(petra, "/again");
    JsonNode other = pupil(petra, next);
    assertThat(other.path("id")).isNotEqualTo(pupil.path("id"));
    assertThat(pupil(anja, context(anja, ""))).as("nobody recorded about it yet").isEqualTo(pupil);

    record(petra, next);
    assertThat(pupil(anja, context(anja, ""))).isEqualTo(other);
  }

  @Test
  @Covers({"P8", "S10"})
  void whoDoesNotWorkInDossiersHasNoneToPractiseOn() {
    for (StaffMember nobody :
        new StaffMember[] {School.GIJS, School.RIK, School.VERA, School.FEMKE}) {
      RestDesk desk = new RestDesk(nobody);
      assertThat(open(desk, "").status()).isEqualTo(404);
      assertThat(open(desk, "/again").status()).isEqualTo(404);
    }
    for (StaffMember one : new StaffMember[] {School.ANJA, School.NORA, School.SEM, School.PETRA}) {
      assertThat(open(new RestDesk(one), "").status()).isEqualTo(200);
    }
  }

  @Test
  @Covers({"P8", "B.10"})
  void nobodyGoesToTheBoardFromThere() throws IOException {
    RestDesk desk = new RestDesk(School.ANJA);
    String there = context(desk, "");
    Route referral = new Route("POST", "v1/contexts/" + there + "/referrals");
    assertThat(desk.send(referral, desk.own(), "").status()).isEqualTo(404);
    assertThat(desk.register.all).isEmpty();
  }
}
