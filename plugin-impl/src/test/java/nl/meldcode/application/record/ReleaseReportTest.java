package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.ILSE;
import static nl.meldcode.application.School.JEROEN;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.Covers;
import nl.meldcode.api.PersonId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.view.ReportRows.Version;
import nl.meldcode.domain.dossier.Dossier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report reaches the parents' portal on purpose only, and only for all who would read it. */
@Covers("C.3")
class ReleaseReportTest {
  private final TestPlugin plugin = new TestPlugin();
  private String talk = "";
  private String report = "";

  @BeforeEach
  void aReport() {
    plugin.school.can =
        Set.of(
            Capability.GUARDIANS,
            Capability.PARENTAL_AUTHORITY,
            Capability.DOCUMENTS,
            Capability.PARENT_PORTAL);
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
    report = plugin.recorded(ANJA, version(false));
  }

  @Test
  void itIsShownForEveryParentWithAuthorityOrForNobody() {
    assertThat(last().release()).isNull();
    assertThat(plugin.record(NORA, shown(ILSE))).isEqualTo(refused("release.notForAll"));
    assertThat(last().release()).isNull();

    plugin.recorded(NORA, shown(ILSE, JEROEN));

    assertThat(Objects.requireNonNull(last().release()).shown()).isTrue();
    assertThat(Objects.requireNonNull(last().release()).author()).isEqualTo("Nora Kuiper");
  }

  @Test
  void whatIsReleasedIsNotSaidToBeHidden() {
    delivered();
    assertThat(last().delivery().message()).contains("Niet zichtbaar in het ouderportaal");

    plugin.recorded(NORA, shown(ILSE, JEROEN));
    delivered();

    assertThat(last().delivery().message()).doesNotContain("Niet zichtbaar");
    assertThat(Objects.requireNonNull(last().release()).delivery().message())
        .startsWith("Op ")
        .doesNotContain("Niet zichtbaar");
  }

  private void delivered() {
    Dossier dossier = plugin.dossiers.all().get(0);
    plugin.deliveries.advance(
        School.ID, dossier.id(), dossier.version(), plugin.school.clock().instant(), true);
  }

  @Test
  void aTeacherReleasesNothing() {
    assertThat(plugin.record(ANJA, shown(ILSE, JEROEN))).isInstanceOf(Outcome.Forbidden.class);
    assertThat(last().release()).isNull();
  }

  @Test
  void takingItBackIsNeverRefused() {
    plugin.recorded(NORA, shown(ILSE, JEROEN));
    plugin.recorded(ANJA, version(false));
    plugin.school.can = Set.of();

    assertThat(plugin.record(NORA, shown(ILSE, JEROEN))).isEqualTo(refused("report.notLatest"));
    plugin.recorded(NORA, hidden());

    assertThat(Objects.requireNonNull(versions().get(0).release()).shown()).isFalse();
  }

  /** The host's portal goes by what the host knows, not by what was confirmed here. */
  @Test
  void whoHasAuthorityMustBeKnownToTheHost() {
    plugin.school.can = Set.of(Capability.DOCUMENTS, Capability.PARENT_PORTAL);

    assertThat(plugin.record(NORA, shown(ILSE, JEROEN)))
        .isEqualTo(refused("release.authorityUnknown"));
  }

  @Test
  void aReplacedVersionIsNotSaidToBeShown() {
    plugin.recorded(NORA, shown(ILSE, JEROEN));
    plugin.recorded(ANJA, version(false));

    assertThat(Objects.requireNonNull(versions().get(0).release()).shown()).isFalse();
    assertThat(Objects.requireNonNull(versions().get(0).release()).ended()).isTrue();
  }

  @Test
  void aHostWithoutSuchAPortalIsNotAsked() {
    plugin.school.can = Set.of(Capability.DOCUMENTS, Capability.PARENTAL_AUTHORITY);

    assertThat(plugin.record(NORA, shown(ILSE, JEROEN))).isEqualTo(refused("release.noPortal"));
  }

  @Test
  void whoReadsItIsNamedWhenItIsShownAndNobodyOtherwise() {
    assertThat(plugin.record(NORA, shown())).isInstanceOf(Outcome.Invalid.class);
    assertThat(plugin.record(NORA, hidden().replace("[]", "[\"" + ILSE + "\"]")))
        .isInstanceOf(Outcome.Invalid.class);
    assertThat(plugin.record(NORA, shown(new PersonId(LOTTE.value()))))
        .isInstanceOf(Outcome.Invalid.class);
  }

  @Test
  @Covers("S26")
  void nothingIsDestroyedWhileParentsSeeIt() {
    plugin.recorded(NORA, shown(ILSE, JEROEN));
    String request =
        plugin.recorded(
            NORA,
            """
            {"kind":"DestructionRequest","requester":"GUARDIAN","on":"2026-02-09","reason":"x"}""");
    String decision =
        """
        {"kind":"DestructionDecision","request":"%s","choice":"DESTROY","motivation":"x"}"""
            .formatted(request);

    assertThat(plugin.record(PETRA, decision)).isEqualTo(refused("destruction.shown"));
    plugin.recorded(NORA, hidden());
    assertThat(plugin.record(PETRA, decision)).isEqualTo(new Outcome.SignInAgain());
  }

  @Test
  @Covers("A.12.12")
  void ofAPupilWhoSignsOnlyWithConsent() {
    plugin.school.bornOn = LocalDate.of(2010, 2, 9);
    report = plugin.recorded(ANJA, version(true));

    assertThat(plugin.record(NORA, shown(ILSE, JEROEN))).isEqualTo(refused("guardian.noConsent"));
  }

  private Version last() {
    return versions().get(versions().size() - 1);
  }

  private List<Version> versions() {
    return plugin.view(NORA).reports().get(0).versions();
  }

  private static Outcome refused(String code) {
    return Outcome.Refused.because(code);
  }

  private String version(boolean pupilSigns) {
    return """
    {"kind":"MeetingReport","meeting":"%s","text":"Wij spraken over slaap.","pupilSigns":%s}"""
        .formatted(talk, pupilSigns);
  }

  private String shown(PersonId... readers) {
    return """
    {"kind":"ReportReleased","report":"%s","portal":"SHOWN","reason":"Zij vroegen erom.","readers":[%s]}"""
        .formatted(
            report,
            Arrays.stream(readers).map(one -> "\"" + one + "\"").collect(Collectors.joining(",")));
  }

  private String hidden() {
    return """
    {"kind":"ReportReleased","report":"%s","portal":"HIDDEN","reason":"Vergissing.","readers":[]}"""
        .formatted(report);
  }
}
