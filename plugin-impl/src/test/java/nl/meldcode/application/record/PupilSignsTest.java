package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.ILSE;
import static nl.meldcode.application.School.JEROEN;
import static nl.meldcode.application.School.LOTTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.view.FindingRow;
import nl.meldcode.application.view.ReportRows.GuardianStatus;
import nl.meldcode.application.view.ReportRows.Version;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.MeetingReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pupil of 16 or older answers the report; guardians only where the pupil says so (A.12, 12). */
@Covers({"S3.7", "S3.8", "S3.9", "A.12.12"})
class PupilSignsTest {
  private static final LocalDate SIXTEEN_TODAY = LocalDate.of(2010, 2, 9);
  private static final String SEEN = "\"status\":\"GEZIEN\",\"method\":\"PAPER\"";

  private final TestPlugin plugin = new TestPlugin();
  private String talk = "";

  @BeforeEach
  void aTalk() {
    plugin.school.bornOn = SIXTEEN_TODAY;
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    talk =
        plugin.recorded(
            ANJA,
            """
            {"kind":"ParentMeeting","on":"2026-02-09","place":"school","schoolParticipants":["%s"]}"""
                .formatted(ANJA.id()));
  }

  @ParameterizedTest
  @CsvSource({
    "2010-02-10, 2026-02-09, false",
    "2010-02-09, 2026-02-09, true",
    "2008-02-29, 2024-02-28, false",
    "2008-02-29, 2024-02-29, true",
    "2084-02-29, 2100-02-28, false",
    "2084-02-29, 2100-03-01, true"
  })
  void thePupilSignsFromTheSixteenthBirthdayOn(LocalDate bornOn, LocalDate on, boolean signs) {
    assertThat(MeetingReport.pupilSigns(bornOn, on)).isEqualTo(signs);
  }

  @Test
  void whoSignsIsNotForTheSenderToChoose() {
    assertThat(plugin.record(ANJA, report(false)))
        .isEqualTo(Outcome.Refused.because("report.pupilSigns"));
    plugin.school.bornOn = SIXTEEN_TODAY.plusDays(1);
    assertThat(plugin.record(ANJA, report(true)))
        .isEqualTo(Outcome.Refused.because("report.guardiansSign"));
    assertThat(plugin.record(ANJA, report(false))).isInstanceOf(Outcome.Done.class);
  }

  /** Half past midnight at school is still the day before in UTC. */
  @Test
  void theBirthdayBeginsAtMidnightAtSchool() {
    plugin.school.bornOn = SIXTEEN_TODAY.plusDays(1);
    plugin.school.later(Duration.ofHours(11).plusMinutes(59));
    assertThat(plugin.record(ANJA, report(true))).isInstanceOf(Outcome.Refused.class);
    plugin.school.later(Duration.ofMinutes(31));
    assertThat(plugin.record(ANJA, report(true))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void onlyThePupilIsAskedAndTheAnswerCompletesTheRow() {
    plugin.recorded(ANJA, report(true));

    assertThat(asked()).containsExactly("Leerling heeft nog niet op het verslag gereageerd.");
    assertThat(people()).containsExactly("Lotte Hendriks AANGEBODEN");

    answer(LOTTE, SEEN + ",\"guardiansMaySee\":false");

    assertThat(asked()).isEmpty();
    assertThat(people()).containsExactly("Lotte Hendriks GEZIEN");
    assertThat(plugin.record(ANJA, answered(ILSE, SEEN)))
        .isEqualTo(Outcome.Refused.because("guardian.noConsent"));
  }

  @Test
  void refusedAndNotReachedCountOfAPupilToo() {
    plugin.recorded(ANJA, report(true));
    answer(LOTTE, "\"status\":\"GEWEIGERD\",\"method\":\"NONE\",\"note\":\"Wil niet.\"");

    assertThat(asked()).isEmpty();
    assertThat(people()).containsExactly("Lotte Hendriks GEWEIGERD");
  }

  @Test
  void withThePupilsConsentGuardiansMayAnswerUntilItIsTakenBack() {
    plugin.recorded(ANJA, report(true));
    answer(LOTTE, SEEN + ",\"guardiansMaySee\":true");

    assertThat(asked()).isEmpty();
    assertThat(people())
        .containsExactly(
            "Lotte Hendriks GEZIEN", "Ilse van Dam AANGEBODEN", "Jeroen Hendriks AANGEBODEN");
    answer(ILSE, SEEN);

    answer(LOTTE, SEEN + ",\"guardiansMaySee\":false");
    assertThat(people()).containsExactly("Lotte Hendriks GEZIEN", "Ilse van Dam GEZIEN");
    assertThat(plugin.record(ANJA, answered(JEROEN, SEEN)))
        .isEqualTo(Outcome.Refused.because("guardian.noConsent"));
  }

  @Test
  void aNewVersionAsksThePupilAndTheConsentAnew() {
    plugin.recorded(ANJA, report(true));
    answer(LOTTE, SEEN + ",\"guardiansMaySee\":true");
    plugin.recorded(ANJA, report(true));

    assertThat(people()).containsExactly("Lotte Hendriks AANGEBODEN");
    assertThat(asked()).hasSize(1);
  }

  @Test
  void consentIsAskedOfThePupilWithAnAnswerAndOfNobodyElse() {
    plugin.recorded(ANJA, report(true));

    assertThat(plugin.record(ANJA, answered(LOTTE, SEEN))).isEqualTo(invalid("consent.mismatch"));
    assertThat(plugin.record(ANJA, answered(ILSE, SEEN + ",\"guardiansMaySee\":true")))
        .isEqualTo(invalid("consent.onlyPupil"));
  }

  @Test
  void aYoungerPupilDoesNotAnswer() {
    plugin.school.bornOn = SIXTEEN_TODAY.plusDays(1);
    plugin.recorded(ANJA, report(false));

    assertThat(asked()).hasSize(2);
    assertThat(plugin.record(ANJA, answered(LOTTE, SEEN + ",\"guardiansMaySee\":true")))
        .isEqualTo(Outcome.Refused.because("pupil.tooYoung"));
  }

  /** What was decided with the version stands: by a later birthday, and by a date put right. */
  @Test
  void whoSignsAVersionIsFrozenWithIt() {
    plugin.recorded(ANJA, report(true));
    plugin.school.bornOn = LocalDate.of(2017, 12, 20);
    assertThat(people()).containsExactly("Lotte Hendriks AANGEBODEN");
    plugin.recorded(ANJA, report(false));
    plugin.school.bornOn = SIXTEEN_TODAY;

    assertThat(people()).containsExactly("Ilse van Dam AANGEBODEN", "Jeroen Hendriks AANGEBODEN");
    assertThat(asked()).hasSize(2);
  }

  @Test
  void thePapersAreForThePupil() {
    plugin.recorded(ANJA, report(true));
    answer(LOTTE, SEEN + ",\"guardiansMaySee\":false");

    assertThat(plugin.documents.reports).singleElement().matches(sheet -> sheet.pupilSigns());
    assertThat(plugin.documents.reactions)
        .singleElement()
        .satisfies(
            sheet -> {
              assertThat(sheet.guardian()).isEqualTo("Lotte Hendriks");
              assertThat(sheet.relation()).isEqualTo("leerling");
              assertThat(sheet.guardiansMaySee()).isFalse();
            });
    assertThat(plugin.view(ANJA).deliveries())
        .anySatisfy(row -> assertThat(row.title()).isEqualTo("Gezien door Lotte Hendriks"));
  }

  private static Outcome invalid(String code) {
    return new Outcome.Invalid(List.of(new Fault("/guardiansMaySee", code)));
  }

  private String report(boolean pupilSigns) {
    return """
        {"kind":"MeetingReport","meeting":"%s","text":"Wij spraken."%s}"""
        .formatted(talk, pupilSigns ? ",\"pupilSigns\":true" : "");
  }

  private void answer(Object who, String more) {
    plugin.recorded(ANJA, answered(who, more));
  }

  private String answered(Object who, String more) {
    return """
        {"kind":"Acknowledgement","report":"%s","documentSha256":"%s","guardian":"%s",
         "on":"2026-02-09",%s}"""
        .formatted(latest().id(), latest().sha256(), who, more);
  }

  private Version latest() {
    List<Version> all = plugin.view(ANJA).reports().get(0).versions();
    return all.get(all.size() - 1);
  }

  private List<String> people() {
    return latest().guardians().stream().map(PupilSignsTest::line).toList();
  }

  private static String line(GuardianStatus one) {
    return one.name() + " " + one.status();
  }

  private List<String> asked() {
    return plugin.view(ANJA).findings().stream()
        .filter(one -> one.requirement().equals("S3.9"))
        .map(FindingRow::message)
        .toList();
  }
}
