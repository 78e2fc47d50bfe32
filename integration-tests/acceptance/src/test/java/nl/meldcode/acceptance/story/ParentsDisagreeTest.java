package nl.meldcode.acceptance.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Json;
import nl.meldcode.acceptance.kit.Pdf;
import nl.meldcode.acceptance.kit.Photos;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.kit.View;
import nl.meldcode.acceptance.story.Lotte.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario E2: the father disputes a passage, so he has seen the report and does not sign it. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ParentsDisagreeTest {
  private static final String HIS_VIEW = "Lotte slaapt thuis genoeg en krijgt altijd lunch mee";
  private static final String NEW_TEXT = "Wij bespraken de signalen. Vader ziet het anders.";

  private StartedSchool school;
  private Lotte lotte;
  private Version first = new Version("", "");
  private Version second = new Version("", "");
  private byte[] frozen = {};

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    lotte = new Lotte(school);
    first = lotte.untilReport();
    frozen = lotte.now("anja").document(first.id());
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"S3.8", "S3.9"})
  void seenWithAViewBesideASignatureCompletesTheStep() {
    Tab anja = lotte.on(february(18), "anja");
    anja.record(Forms.seen(first.id(), first.sha256(), Forms.FATHER, february(18), HIS_VIEW));
    assertThat(anja.dossier().missing("parents")).containsExactly("S3.9");
    anja.record(
        Forms.signed(first.id(), first.sha256(), Forms.MOTHER, "Ilse van Dam", february(18)));

    View view = anja.dossier();
    assertThat(view.missing("parents")).isEmpty();
    assertThat(view.step("parents")).isEqualTo("done");
    assertThat(status(view, first, false)).isEqualTo("GEZIEN");
    assertThat(status(view, first, true)).isEqualTo("ONDERTEKEND");
    assertThat(view.guardian(first.id(), Forms.FATHER).path("answer").path("guardianView").asText())
        .isEqualTo(HIS_VIEW);
  }

  @Test
  @Order(2)
  @Covers({"S3.9"})
  void whatWasSeenIsStillTheSameDocument() {
    assertThat(lotte.now("anja").document(first.id())).isEqualTo(frozen);
    assertThat(Pdf.text(frozen)).doesNotContain(HIS_VIEW);
  }

  @Test
  @Order(3)
  @Covers({"S3.9"})
  void theViewIsPrintedWithTheReportAndSeenIsNoConsent() {
    String printed = Pdf.text(lotte.now("anja").print(first.id()));
    assertThat(printed).contains("Wij bespraken de signalen", HIS_VIEW);
    assertThat(printed).containsIgnoringCase("gezien");
    assertThat(printed.replaceAll("(?i)geen\\s+akkoord|niet\\s+akkoord", ""))
        .doesNotContainIgnoringCase("akkoord", "instemming");
  }

  @Test
  @Order(4)
  @Covers({"S3.3"})
  void editingTheTextIsADraftAndChangesNothing() {
    Tab anja = lotte.on(february(19), "anja");
    String form =
        "MeetingReport." + anja.dossier().root().at("/dossier/reports/0/meeting").asText();
    anja.keepDraft(form, "{\"text\": \"" + NEW_TEXT + "\"}");

    assertThat(anja.draft(form).path("text").asText()).isEqualTo(NEW_TEXT);
    assertThat(lotte.now("nora").draft(form).isMissingNode()).isTrue();
    assertThat(anja.dossier().root().at("/dossier/reports/0/versions")).hasSize(1);
    assertThat(anja.document(first.id())).isEqualTo(frozen);
  }

  @Test
  @Order(5)
  @Covers({"S3.3", "S3.7", "S3.9"})
  void aSecondVersionOpensBothParentsAgain() {
    Tab anja = lotte.now("anja");
    String talk = anja.dossier().root().at("/dossier/reports/0/meeting").asText();
    second = Lotte.version(anja, talk, NEW_TEXT);

    View view = anja.dossier();
    assertThat(view.root().at("/dossier/reports")).hasSize(1);
    assertThat(view.report(second.id()).path("number").asInt()).isEqualTo(2);
    assertThat(view.report(second.id()).path("latest").asBoolean()).isTrue();
    assertThat(status(view, second, false)).isEqualTo("AANGEBODEN");
    assertThat(status(view, second, true)).isEqualTo("AANGEBODEN");
    assertThat(view.missing("parents")).containsExactly("S3.9");
  }

  @Test
  @Order(6)
  @Covers({"S3.9"})
  void theFirstVersionStaysReadableWithItsAnswers() {
    Tab anja = lotte.now("anja");
    View view = anja.dossier();
    assertThat(view.report(first.id()).path("latest").asBoolean()).isFalse();
    assertThat(status(view, first, false)).isEqualTo("GEZIEN");
    assertThat(status(view, first, true)).isEqualTo("ONDERTEKEND");
    assertThat(anja.document(first.id())).isEqualTo(frozen);
    assertThat(anja.document(second.id())).isNotEqualTo(frozen);
  }

  @Test
  @Order(7)
  @Covers({"S3.9"})
  void theFirstVersionCanNoLongerBeAcknowledged() {
    Tab anja = lotte.now("anja");
    long before = anja.dossier().version();
    String late =
        Forms.signed(first.id(), first.sha256(), Forms.FATHER, "Jeroen Hendriks", february(19));
    assertThat(anja.recordExpecting(409, late).json().path("detail").asText())
        .contains("nieuwere versie");
    assertThat(anja.dossier().version()).isEqualTo(before);
  }

  @Test
  @Order(8)
  @Covers({"S3.9"})
  void refusingEvenToHaveSeenItCompletesTheStepWithANote() {
    Tab anja = lotte.now("anja");
    anja.record(
        Forms.signed(second.id(), second.sha256(), Forms.MOTHER, "Ilse van Dam", february(19)));
    anja.recordExpecting(
        400, Forms.refused(second.id(), second.sha256(), Forms.FATHER, february(19), ""));
    anja.record(
        Forms.refused(
            second.id(), second.sha256(), Forms.FATHER, february(19), "Vader gaf het terug."));

    View view = anja.dossier();
    assertThat(status(view, second, false)).isEqualTo("GEWEIGERD");
    assertThat(view.missing("parents")).isEmpty();
    assertThat(view.step("parents")).isEqualTo("done");
  }

  @Test
  @Order(9)
  @Covers({"S3.8", "S21"})
  void hisSignedSheetIsKeptWithHisAnswerAndReadBackByWhoReadsThat() {
    Tab anja = lotte.now("anja");
    byte[] photo = Photos.sheet("png");
    JsonNode kept = anja.attach(photo).expect(201).json();
    String id =
        anja.record(
            Forms.signedOnPaper(second.id(), second.sha256(), Forms.FATHER, february(19), kept));

    Answer sheet = lotte.now("nora").sheet(id).expect(200);
    assertThat(sheet.header("Content-Type")).hasValue("image/jpeg");
    assertThat(sheet.header("Content-Disposition"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("inline"));
    assertThat(sheet.header("Content-Security-Policy"))
        .hasValueSatisfying(it -> assertThat(it).contains("sandbox"));
    assertThat(sheet.headers().get("content-security-policy")).hasSize(1);
    assertThat(sheet.header("X-Content-Type-Options")).hasValue("nosniff");
    school.tab("tim", "finn").sheet(id).expect(404);
    assertThat(sheet.bytes()).hasSize(kept.path("size").asInt());
    assertThat(Photos.width(sheet.bytes())).isEqualTo(Photos.width(photo));
    assertThat(
            anja.dossier()
                .guardian(second.id(), Forms.FATHER)
                .path("answer")
                .path("sheet")
                .asText())
        .isEqualTo("image/jpeg");
    assertThat(Pdf.text(anja.print(second.id()))).containsIgnoringCase("ondertekend");
  }

  @Test
  @Order(10)
  @Covers({"S3.8", "S21"})
  void aPdfOfTheSheetIsKeptToTheByte() {
    Tab anja = lotte.now("anja");
    byte[] pdf = anja.document(second.id());
    JsonNode kept = anja.attach(pdf).expect(201).json();
    String id =
        anja.record(
            Forms.signedOnPaper(second.id(), second.sha256(), Forms.MOTHER, february(19), kept));

    Answer sheet = anja.sheet(id).expect(200);
    assertThat(sheet.header("Content-Disposition"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("attachment"));
    assertThat(sheet.bytes()).isEqualTo(pdf);
  }

  @Test
  @Order(11)
  @Covers("S21")
  void nothingElseIsKept() {
    Tab anja = lotte.now("anja");
    assertThat(anja.attach("<html><script>x</script>".getBytes(UTF_8)).expect(400).text())
        .contains("file.type");
    anja.attach(new byte[10 * 1024 * 1024 + 1]).expect(413);
    String kept = anja.attach(Photos.sheet("jpeg")).expect(201).json().path("id").asText();
    anja.bare("POST", "/attachments").bytes("image/jpeg", Photos.sheet("jpeg")).send().expect(403);
    school.tab("tim", "finn").attach(Photos.sheet("jpeg")).expect(409);
    JsonNode other =
        Json.read("{\"id\": \"%s\", \"sha256\": \"%s\"}".formatted(kept, "0".repeat(64)));
    String spoilt =
        Forms.signedOnPaper(second.id(), second.sha256(), Forms.MOTHER, february(19), other);
    assertThat(anja.recordExpecting(400, spoilt).text()).contains("sheet.unknown");
  }

  private static String status(View view, Version version, boolean mother) {
    return view.guardian(version.id(), mother ? Forms.MOTHER : Forms.FATHER)
        .path("status")
        .asText();
  }
}
