package nl.meldcode.application.lists;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.RIK;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.VERA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.adapter.json.JsonSent;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.adapter.validation.ConstraintShapes;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.record.Bodies;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.view.FindingRow;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.school.KeptLists;
import nl.meldcode.domain.school.SchoolLists.Partner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchoolListsTest {
  private static final String LISTS =
      """
      {"signals":["Vaak moe","Vaak blauwe plekken"],
       "partners":[{"organisation":"%s","person":"L. Bos","phone":"050 123 45 67","crisisTeam":true}]}""";

  private final TestPlugin plugin = new TestPlugin();
  private final School school = plugin.school;
  private final Gate gate =
      new Gate(new Policy(AccessFile.shipped(), school.clock()), plugin.log, school.clock());
  private final ReadLists read = new ReadLists(plugin.lists, school, gate);
  private final KeepLists keep =
      new KeepLists(
          plugin.lists, new Bodies(new JsonSent(), new ConstraintShapes(school.clock())), gate);

  @Test
  @Covers({"S4.9", "A.12.26"})
  void theOfficerKeepsTheListsAndEverybodyAtSchoolReadsThem() {
    assertThat(kept(SEM, "Wijkteam", 0).inForce()).isTrue();

    for (StaffMember reader : List.of(ANJA, NORA, SEM, PETRA, RIK)) {
      assertThat(seen(reader).inForce()).as(reader.name()).isNotNull();
    }
    assertThat(seen(ANJA).mayMaintain()).isFalse();
    assertThat(read.of(visitor(VERA))).isEmpty();
    assertThat(seen(ANJA).inForce())
        .extracting(one -> one.lists().partners())
        .isEqualTo(List.of(new Partner("Wijkteam", "L. Bos", "050 123 45 67", true)));
  }

  @Test
  @Covers("A.12.26")
  void whatTheAdministratorPreparesCountsOnceSomebodyElseKeptIt() {
    kept(SEM, "Wijkteam", 0);
    assertThat(kept(RIK, "Nieuw wijkteam", 1).inForce()).isFalse();

    assertThat(partner(seen(ANJA).inForce())).isEqualTo("Wijkteam");
    assertThat(seen(ANJA).proposed()).isNull();
    assertThat(partner(seen(PETRA).proposed())).isEqualTo("Nieuw wijkteam");
    assertThat(seen(RIK).approves()).isFalse();

    kept(PETRA, "Nieuw wijkteam", 2);
    assertThat(partner(seen(ANJA).inForce())).isEqualTo("Nieuw wijkteam");
    assertThat(seen(PETRA).proposed()).isNull();
  }

  @Test
  @Covers("S4.9")
  void othersAreRefusedAndToldWhoMay() {
    assertThat(keep.keep(visitor(ANJA), body("Wijkteam"), 0L))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.AF, Role.DIR, Role.ADM)));
    assertThat(plugin.lists.latest(School.ID)).isEmpty();
  }

  @Test
  void twoAtOnceDoNotOverwriteOneAnother() {
    kept(SEM, "Wijkteam", 0);

    assertThat(keep.keep(visitor(PETRA), body("Ander wijkteam"), 0L))
        .isEqualTo(new Outcome.Stale(1));
    assertThat(keep.keep(visitor(PETRA), body("Ander wijkteam"), null))
        .isEqualTo(new Outcome.VersionMissing());
    assertThat(partner(seen(ANJA).inForce())).isEqualTo("Wijkteam");
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    String wrong =
        """
        {"signals":[" ","ok"],"colour":"rood",
         "partners":[{"organisation":"","phone":"bel maar","crisisTeam":false},{"phone":7}]}""";

    assertThat(keep.keep(visitor(SEM), bytes(wrong.replace(",{\"phone\":7}", "")), 0L))
        .isEqualTo(
            new Outcome.Invalid(
                List.of(
                    new Fault("/colour", "field.unknown"),
                    new Fault("/partners/0/organisation", "answer.missing"),
                    new Fault("/partners/0/phone", "phone.wrong"),
                    new Fault("/signals/0", "answer.missing"))));
    assertThat(keep.keep(visitor(SEM), bytes("[]"), 0L))
        .isEqualTo(new Outcome.Invalid(List.of(new Fault("", "json.notObject"))));
  }

  @Test
  @Covers("S1.9")
  void aSchoolThatFilledItsListAsksToGoThroughIt() {
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    assertThat(rows()).contains("S1.9").doesNotContain("S1.9.list");

    kept(SEM, "Wijkteam", 0);

    assertThat(rows()).contains("S1.9.list").doesNotContain("S1.9");
  }

  private List<String> rows() {
    return plugin.view(ANJA).findings().stream().map(FindingRow::requirement).toList();
  }

  private KeptLists kept(StaffMember by, String partner, long read) {
    Outcome outcome = keep.keep(visitor(by), body(partner), read);
    if (outcome instanceof Outcome.Listed kept) {
      return kept.lists();
    }
    throw new AssertionError("not kept: " + outcome);
  }

  @Test
  @Covers("P6")
  void whoKeepsTheListsSeesWhatTheHostCannotDo() {
    assertThat(seen(RIK).gaps()).contains(Capability.EVENTS).doesNotContain(Capability.GUARDIANS);
    assertThat(seen(ANJA).gaps()).isNull();

    school.kin = null;
    assertThat(seen(RIK).gaps()).as("the host is away").isNull();
  }

  private ReadLists.Seen seen(StaffMember reader) {
    return read.of(visitor(reader)).orElseThrow();
  }

  private static String partner(@Nullable KeptLists kept) {
    return kept == null ? "" : kept.lists().partners().get(0).organisation();
  }

  private static byte[] body(String partner) {
    return bytes(LISTS.formatted(partner));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private Visitor visitor(StaffMember member) {
    return new Visitor(
        new Person(member.id(), School.ID, member.roles()),
        School.ID,
        school.staff(School.ID),
        Locale.forLanguageTag("nl"));
  }
}
