package nl.meldcode.adapter.rest;

import static nl.meldcode.application.School.FINN;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.rest.RestDesk.Route;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.School;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.record.Request;
import org.junit.jupiter.api.Test;

/** The work list as it is served, and the way from it to a pupil. */
class WorkListCallsTest {
  private static final String OPENED =
      """
      {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""";
  private final RestDesk tim = desk(School.TIM, FINN, LOTTE);

  private static RestDesk desk(StaffMember who, PupilId... pupils) {
    RestDesk desk = new RestDesk(who);
    for (PupilId pupil : pupils) {
      desk.plugin.recordEntry.record(
          desk.plugin.school.caller(NORA, pupil),
          OPENED.getBytes(StandardCharsets.UTF_8),
          new Request(
              UUID.nameUUIDFromBytes(pupil.toString().getBytes(StandardCharsets.UTF_8)), null));
    }
    return desk;
  }

  private static InProcess.Answer list(RestDesk desk) {
    return desk.send(
        new Route("GET", "v1/contexts/" + desk.context + "/work-list"), desk.own(), "");
  }

  private static InProcess.Answer open(RestDesk desk, String dossier) {
    return desk.send(
        new Route("POST", "v1/contexts/" + desk.context + "/work-list/" + dossier), desk.own(), "");
  }

  private static String dossier(RestDesk desk, PupilId pupil) {
    return desk.plugin.dossiers.of(School.ID, pupil).get(0).id().toString();
  }

  private static JsonNode json(String body) throws IOException {
    return new JsonMapper().readTree(body);
  }

  @Test
  @Covers({"P7", "S11"})
  void theBytesAreTheSameWithAndWithoutADossierThatTheReaderMayNotKnowOf() throws IOException {
    RestDesk without = desk(School.TIM, FINN);
    InProcess.Answer there = list(tim);
    String row = json(list(without).body()).path("rows").path(0).path("dossier").asText();

    assertThat(there.status()).isEqualTo(200);
    assertThat(json(there.body()).path("rows")).isNotEmpty();
    assertThat(there.body().replace(dossier(tim, FINN), "#"))
        .isEqualTo(list(without).body().replace(row, "#"));
    assertThat(there.response().getHeaders().keySet())
        .isEqualTo(list(without).response().getHeaders().keySet());
  }

  @Test
  @Covers({"P7", "S07", "S11"})
  void aDossierThatTheReaderMayNotKnowOfIsOpenedNoMoreThanOneThatIsNotThere() {
    InProcess.Answer hidden = open(tim, dossier(tim, LOTTE));
    InProcess.Answer nothing = open(tim, UUID.randomUUID().toString());

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(nothing.body());
    assertThat(hidden.response().getHeaders()).isEqualTo(nothing.response().getHeaders());
  }

  @Test
  @Covers("P7")
  void aRowLeadsToThePageOfItsPupil() throws IOException {
    RestDesk nora = desk(NORA, LOTTE, FINN);
    JsonNode row = json(list(nora).body()).path("rows").path(0);
    InProcess.Answer answer = open(nora, row.path("dossier").asText());
    assertThat(answer.status()).isEqualTo(200);

    String there = json(answer.body()).path("context").asText();
    InProcess.Answer page =
        nora.send(new Route("GET", "v1/contexts/" + there + "/dossier"), nora.own(), "");
    assertThat(json(page.body()).path("pupil").path("name").asText())
        .isEqualTo(row.path("pupil").asText());
    assertThat(json(page.body()).path("dossier").path("id").asText())
        .isEqualTo(row.path("dossier").asText());
  }

  @Test
  @Covers({"P7", "S10"})
  void whoHasNoWorkInDossiersHasNoList() {
    for (StaffMember nobody : new StaffMember[] {School.RIK, School.VERA, School.FEMKE}) {
      RestDesk desk = desk(nobody, LOTTE);
      assertThat(list(desk).status()).isEqualTo(404);
      assertThat(open(desk, dossier(desk, LOTTE)).status()).isEqualTo(404);
    }
  }
}
