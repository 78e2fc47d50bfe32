package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.GIJS;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.view.EntryRow;
import nl.meldcode.domain.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who belongs to the team of one dossier, and who is too close to see it. */
class TeamTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Viel in slaap."}""";
  private static final String CHECK =
      """
      {"kind":"ChildConversation","on":"2026-02-09","place":"klas","staff":["%s"],
       "childStatement":"Ik heb honger."}"""
          .formatted(ANJA.id());
  private static final String WEIGHED =
      """
      {"kind":"DossierReview","on":"2026-02-09","summary":"Alles gelezen."}""";

  private final TestPlugin plugin = new TestPlugin();

  @BeforeEach
  void aDossierIsOpen() {
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
  }

  @Test
  @Covers({"A.12.1", "A.12.4"})
  void whoIsAddedBelongsToItUntilTakenOff() {
    assertThat(plugin.page(GIJS).dossier()).isNull();

    plugin.recorded(NORA, added(GIJS, "TEAM"));
    plugin.recorded(GIJS, CHECK);
    plugin.recorded(GIJS, SIGNAL);
    assertThat(plugin.view(GIJS).team()).extracting("name").contains(GIJS.name());

    plugin.recorded(NORA, about("TeamMemberRemoved", GIJS, ""));
    assertThat(plugin.page(GIJS).dossier()).isNull();
    assertThat(plugin.page(GIJS).own())
        .as("as long as the relation lasts; what everybody may record, always")
        .extracting(EntryRow::kind)
        .containsExactly("Signal");
    assertThat(plugin.record(GIJS, CHECK)).isEqualTo(new Outcome.NotThere());
  }

  @Test
  @Covers("A.12.4")
  void aTeacherWhoIsAddedReadsSignalsAndNothingOfManagement() {
    plugin.recorded(NORA, WEIGHED);
    plugin.recorded(ANJA, CHECK);
    plugin.recorded(NORA, added(TIM, "TEAM"));

    assertThat(plugin.view(TIM).entries())
        .extracting(EntryRow::kind)
        .contains("ChildConversation")
        .doesNotContain("DossierReview");
    assertThat(plugin.record(TIM, CHECK))
        .as("adding opens reading")
        .isInstanceOf(Outcome.Forbidden.class);
  }

  @Test
  @Covers({"S2.1", "S2.4"})
  void aTeacherWhoWasConsultedReadsUpToThatConsultation() {
    plugin.recorded(ANJA, CHECK);
    plugin.recorded(
        NORA,
        """
        {"kind":"Consultation","level":"PEER","on":"2026-02-09","question":"Herken je dit?",
         "participants":[{"staff":"%s"},{"staff":"%s"}],"outcome":"Ja.","topics":[]}"""
            .formatted(NORA.id(), TIM.id()));
    plugin.recorded(ANJA, SIGNAL);

    assertThat(plugin.page(TIM).dossier()).isNull();
    assertThat(plugin.page(TIM).own())
        .extracting(EntryRow::kind)
        .containsExactlyInAnyOrder("ChildConversation", "Consultation");
  }

  @Test
  @Covers("A.12.4")
  void onlyTheHeadNamesWhoReadsWhatIsToldOfTheFamily() {
    String report = reported();
    plugin.recorded(
        PETRA,
        """
        {"kind":"FamilyInformation","report":"%s","on":"2026-02-09","information":"Vader is weg."}"""
            .formatted(report));
    assertThat(familyRead(SEM)).isFalse();

    assertThat(plugin.record(NORA, added(SEM, "FAMILY_INFORMATION")))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.DIR)));
    plugin.recorded(NORA, added(SEM, "TEAM"));
    assertThat(familyRead(SEM)).isFalse();
    plugin.recorded(PETRA, added(SEM, "FAMILY_INFORMATION"));
    assertThat(familyRead(SEM)).isTrue();
    assertThat(familyRead(NORA)).isFalse();
    plugin.recorded(PETRA, about("TeamMemberRemoved", SEM, ""));
    assertThat(familyRead(SEM)).isFalse();
  }

  @Test
  @Covers("A.12.2")
  void whoIsTooCloseKeepsNothingButTheSignalAndTheEmergency() {
    plugin.recorded(ANJA, CHECK);
    plugin.recorded(NORA, about("ConflictOfInterest", ANJA, "\"conflict\":true,"));

    assertThat(plugin.page(ANJA).dossier()).isNull();
    assertThat(plugin.record(ANJA, CHECK)).isEqualTo(new Outcome.NotThere());
    plugin.recorded(ANJA, SIGNAL);
    assertThat(plugin.page(ANJA).own())
        .extracting(EntryRow::kind)
        .contains("Signal")
        .doesNotContain("ConflictOfInterest");
    assertThat(plugin.view(NORA).team()).extracting("name").doesNotContain(ANJA.name());
  }

  @Test
  @Covers({"A.12.2", "S10"})
  void aConflictBeatsTheHeadAndIsNotEndedByTheOneItIsAbout() {
    plugin.recorded(NORA, about("ConflictOfInterest", PETRA, "\"conflict\":true,"));

    String over = about("ConflictOfInterest", PETRA, "\"conflict\":false,");
    assertThat(plugin.record(PETRA, over)).isEqualTo(new Outcome.NotThere());
    assertThat(plugin.page(PETRA).dossier()).isNull();
    plugin.recorded(NORA, over);
    assertThat(plugin.page(PETRA).dossier()).isNotNull();
  }

  @Test
  @Covers("A.12.2")
  void somebodyUnknownIsNamedAsFault() {
    StaffMember nobody =
        new StaffMember(new StaffId(UUID.randomUUID()), "Niemand", Set.of(), Set.of());

    assertThat(plugin.record(NORA, added(nobody, "TEAM"))).isInstanceOf(Outcome.Invalid.class);
    assertThat(plugin.record(ANJA, added(TIM, "TEAM")))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.DIR)));
  }

  private String reported() {
    return plugin.recorded(
        NORA,
        """
        {"kind":"VeiligThuisReport","on":"2026-02-09","contact":"M. de Boer","topics":[]}""");
  }

  private boolean familyRead(StaffMember member) {
    return plugin.view(member).entries().stream()
        .filter(one -> one.kind().equals("FamilyInformation"))
        .anyMatch(one -> one.content() != null);
  }

  private static String added(StaffMember member, String reads) {
    return about("TeamMemberAdded", member, "\"reads\":\"" + reads + "\",");
  }

  private static String about(String kind, StaffMember member, String more) {
    return """
        {"kind":"%s","member":"%s",%s"reason":"Zo besproken.","on":"2026-02-09"}"""
        .formatted(kind, member.id(), more);
  }
}
