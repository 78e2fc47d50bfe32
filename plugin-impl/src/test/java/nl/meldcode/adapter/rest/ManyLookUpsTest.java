package nl.meldcode.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.adapter.rest.InProcess.Answer;
import nl.meldcode.adapter.rest.RestDesk.Route;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.School;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Roster.StaffMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who opens many different pupils is held up, and told of; recording goes on (S19). */
@Covers("S19")
class ManyLookUpsTest {
  private static final List<String> ALWAYS =
      List.of(
          """
          {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Viel in slaap."}""",
          """
          {"kind":"EmergencyAction","called":["VEILIG_THUIS"],"on":"2026-02-09","at":"07:50",
           "reason":"Verse brandwonden."}""");

  private final RestDesk desk = new RestDesk(School.NORA);

  @Test
  void theNextPupilIsAProblemThatSaysWhenToComeBack() {
    opensSixty();

    Answer answer = get(other(60), "dossier");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("601");
    assertThat(answer.body())
        .contains("urn:meldcode:problem:too-many-requests", "Je hebt in korte tijd veel");
    assertThat(get(other(0), "dossier").status()).isEqualTo(200);
    desk.plugin.school.later(Duration.ofSeconds(601));
    assertThat(get(other(60), "dossier").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dossier", "links", "log", "pupils", "observations"})
  void everythingThatShowsAPupilIsHeldUp(String path) {
    opensSixty();

    assertThat(get(other(60), path).status()).isEqualTo(429);
  }

  @Test
  void theLogNamesTheRuleAndNothingWasShown() {
    opensSixty();
    get(other(60), "dossier");

    Event last = last();
    assertThat(last.what()).isEqualTo(What.REFUSED);
    assertThat(last.rule()).isEqualTo("LOOKUPS.TOO_MANY");
    assertThat(last.staff()).isEqualTo(School.NORA.id());
    assertThat(last.pupil()).isEqualTo(pupil(60));
  }

  @Test
  void recordingIsNeverHeldUp() {
    opensSixty();
    for (int i = 60; i < 300; i++) {
      String context = other(i);
      assertThat(get(context, "dossier").status()).isEqualTo(429);
      String body = ALWAYS.get(i % ALWAYS.size());
      Route entries = new Route("POST", "v1/contexts/" + context + "/entries");
      assertThat(desk.send(entries, desk.own(), body).status()).isEqualTo(201);
    }
  }

  /** Even of a pupil whose dossier this person reads otherwise, and has written in. */
  @Test
  void thePageToRecordOnShowsNothingOfADossier() {
    String context = other(60);
    Route entries = new Route("POST", "v1/contexts/" + context + "/entries");
    assertThat(desk.send(entries, desk.own(), ALWAYS.get(0)).status()).isEqualTo(201);
    opensSixty();
    assertThat(get(context, "dossier").status()).isEqualTo(429);

    Answer page = get(context, "recording");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("\"hidden\":true", "\"dossier\":null", "\"own\":[]", "\"guardians\":[]")
        .contains("SIGNAL", "EMERGENCY")
        .doesNotContain("Viel in slaap");
    assertThat(last().what()).isEqualTo(What.REFUSED);
  }

  @Test
  void headAndOfficerAreToldWhoAndHowOftenAndNobodyElse() {
    opensSixty();
    get(other(60), "dossier");
    get(other(61), "dossier");

    for (StaffMember told : List.of(School.PETRA, School.FEMKE)) {
      assertThat(accesses(told).body())
          .contains("\"lookUps\":[{\"firstAt\":\"2026-02-09T11:00:00.000Z\"")
          .contains("\"who\":\"Nora Kuiper\",\"times\":2}]");
    }
    assertThat(accesses(School.SEM).status()).isEqualTo(404);
    assertThat(accesses(School.NORA).status()).isEqualTo(404);
  }

  private Answer accesses(StaffMember reader) {
    RestDesk other = new RestDesk(reader, desk.plugin);
    return other.send(
        new Route("GET", "v1/contexts/" + other.context + "/emergency-accesses"), other.own(), "");
  }

  private void opensSixty() {
    for (int i = 0; i < 60; i++) {
      assertThat(get(other(i), "dossier").status()).isEqualTo(200);
    }
  }

  private String other(int number) {
    return desk.about(pupil(number));
  }

  private static PupilId pupil(int number) {
    return new PupilId(School.id("pupil:" + number));
  }

  private Answer get(String context, String path) {
    return desk.send(new Route("GET", "v1/contexts/" + context + "/" + path), desk.own(), "");
  }

  private Event last() {
    List<Event> all = desk.plugin.log.events();
    return all.get(all.size() - 1);
  }
}
