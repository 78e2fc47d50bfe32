package nl.meldcode.acceptance.input;

import static nl.meldcode.acceptance.input.Refusals.assertProblem;
import static nl.meldcode.acceptance.input.Refusals.assertUnchanged;
import static nl.meldcode.acceptance.input.Refusals.pointers;
import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.UUID;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.Json;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.kit.View;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import nl.meldcode.acceptance.story.Lotte.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is wrong gets recorded, and everything that is wrong is named at once. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final String SIGNAL = Forms.signal(february(16), "Viel in slaap.");

  private StartedSchool school;
  private Tab anja;
  private Version report = new Version("", "");
  private long version;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    Lotte lotte = new Lotte(school);
    report = lotte.untilReport();
    anja = lotte.now("anja");
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @BeforeEach
  void read() {
    version = anja.dossier().version();
  }

  @AfterEach
  void nothingWasRecorded() {
    assertUnchanged(anja, version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"Signal\"",
        "{\"kind\": \"Signal\",}",
        "{\"kind\": \"Signal\"} {}",
        "{\"kind\": \"Signal\", \"kind\": \"Signal\"}",
        "<kind>Signal</kind>"
      })
  @Covers({"S12"})
  void whatIsNoJsonObjectIsRefused(String body) {
    assertProblem(post(body), 400);
  }

  @Test
  void anUnknownFieldIsNamed() {
    assertThat(pointers(post(Json.with(SIGNAL, "mood", "1")), 400)).containsExactly("/mood");
  }

  @Test
  void anUnknownOrMissingKindIsNamed() {
    assertThat(pointers(post(Json.with(SIGNAL, "kind", "\"Diary\"")), 400))
        .containsExactly("/kind");
    assertThat(pointers(post(Json.without(SIGNAL, "kind")), 400)).containsExactly("/kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "observedOn | null",
        "observedOn | \"2026-02-30\"",
        "observedOn | \"2026-02-17\"",
        "observedOn | 20260216",
        "source     | \"RUMOUR\"",
        "source     | null",
        "facts      | \" \"",
        "facts      | {\"a\": 1}",
        "observedAt | \"25:00\"",
        "childToldUnasked | \"ja\"",
        "otherPupils | \"none\"",
        "otherPupils | [null]",
        "otherPupils | [\"00000000-0000-3000-8000-000000000000\"]"
      })
  void aWrongAnswerIsNamedByItsField(String field, String value) {
    assertThat(pointers(post(Json.with(SIGNAL, field.strip(), value)), 400))
        .singleElement()
        .asString()
        .startsWith("/" + field.strip());
  }

  @Test
  void aTextThatIsTooLongIsNamed() {
    String endless = Json.quoted("x".repeat(8001));
    assertThat(pointers(post(Json.with(SIGNAL, "facts", endless)), 400)).containsExactly("/facts");
  }

  @Test
  void severalFaultsComeInOneAnswer() {
    String body =
        """
        {"kind": "Signal", "observedOn": "2027-01-01", "source": "OTHER", "facts": "",
         "childToldUnasked": false, "seriousness": "VERY", "mood": 3, "otherPupils": []}""";
    assertThat(pointers(post(body), 400))
        .containsExactlyInAnyOrder("/observedOn", "/observer", "/facts", "/seriousness", "/mood");
  }

  @Test
  @Covers({"R04"})
  void aGuardianOfAnotherChildIsNamed() {
    UUID stranger = Ids.person("sanne-mulder");
    String signed =
        Forms.signed(report.id(), report.sha256(), stranger, "Sanne Mulder", february(16));
    assertThat(pointers(post(signed), 400)).containsExactly("/guardian");
  }

  @Test
  void anEntryOfAnotherDossierIsNamed() {
    Tab eva = school.tab("anja", "eva");
    eva.record(Forms.opening(february(16)));
    String parents = "\"" + Forms.MOTHER + "\", \"" + Forms.FATHER + "\"";
    String talk = eva.record(Forms.talk(february(16)).replace(parents, ""));
    assertThat(pointers(post(Forms.report(talk, "Over een ander kind.")), 400))
        .containsExactly("/meeting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "seq",
        "author",
        "recordedAt",
        "status",
        "role",
        "version",
        "hash",
        "school",
        "dossier",
        "pupil",
        "document",
        "protocol"
      })
  @Covers({"S12"})
  void whatTheServerOwnsIsRefused(String field) {
    assertThat(pointers(post(Json.with(SIGNAL, field, "\"x\"")), 400)).containsExactly("/" + field);
  }

  @Test
  void aCallWithoutIdempotencyKeyIsRefused() {
    assertProblem(anja.call("POST", "/entries").json(SIGNAL).send(), 400);
    assertProblem(
        anja.call("POST", "/entries").header("Idempotency-Key", "1").json(SIGNAL).send(), 400);
  }

  @Test
  void aJudgementWithoutTheVersionReadIsRefused() {
    String signed =
        Forms.signed(report.id(), report.sha256(), Forms.MOTHER, "Ilse van Dam", february(16));
    assertProblem(anja.unread(UUID.randomUUID(), signed).send(), 428);
    assertProblem(anja.post(UUID.randomUUID(), signed, "*").send(), 428);
  }

  @Test
  void aJudgementOfAnOlderVersionIsStale() {
    String signed =
        Forms.signed(report.id(), report.sha256(), Forms.MOTHER, "Ilse van Dam", february(16));
    String older = "\"" + (version - 1) + "\"";
    assertProblem(anja.post(UUID.randomUUID(), signed, older).send(), 412);
  }

  @Test
  void anAnswerToOtherBytesIsRefused() {
    String other = report.sha256().replaceAll("^.", report.sha256().startsWith("0") ? "1" : "0");
    String signed = Forms.signed(report.id(), other, Forms.MOTHER, "Ilse van Dam", february(16));
    assertProblem(post(signed), 409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
  void anotherMediaTypeIsRefused(String type) {
    Answer answer =
        anja.call("POST", "/entries")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(type, SIGNAL)
            .send();
    assertProblem(answer, 415);
  }

  private Answer post(String body) {
    View view = anja.dossier();
    return anja.post(UUID.randomUUID(), body, view.etag()).send();
  }
}
