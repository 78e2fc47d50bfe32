package nl.meldcode.application.emergency;

import static nl.meldcode.application.School.FEMKE;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.json.JsonSent;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.adapter.validation.ConstraintShapes;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.desk.SignIn;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.record.Bodies;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.domain.access.Role;
import org.junit.jupiter.api.Test;

class TwoAreToldTest {
  private static final String REASON =
      "{\"reason\":\"De directeur is ziek en het kind is in gevaar.\"}";
  private final TestPlugin plugin = new TestPlugin();
  private final School school = plugin.school;
  private final OpenEmergencyAccess open =
      new OpenEmergencyAccess(
          plugin.emergencies,
          plugin.dossiers,
          new Bodies(new JsonSent(), new ConstraintShapes(school.clock())),
          new Gate(new Policy(AccessFile.shipped(), school.clock()), plugin.log, school.clock()));

  @Test
  @Covers("A04")
  void oneWhoIsHeadAndOfficerDoesNotCountForTwo() {
    StaffId id = new StaffId(UUID.randomUUID());
    school.newcomers.add(new StaffMember(id, "Els Vos", Set.of(Role.DIR, Role.FG), Set.of()));
    school.gone.addAll(Set.of(PETRA.id(), FEMKE.id()));
    assertThat(opened()).isEqualTo(Outcome.Refused.because("emergency.nobodyTold"));

    school.gone.remove(FEMKE.id());
    assertThat(opened()).isInstanceOf(Outcome.Opened.class);
  }

  private Outcome opened() {
    Caller sem = school.caller(SEM);
    return open.open(
        new Caller(
            sem.person(),
            sem.school(),
            sem.pupil(),
            sem.around(),
            sem.locale(),
            null,
            new SignIn(true, null),
            false),
        REASON.getBytes(StandardCharsets.UTF_8),
        UUID.randomUUID());
  }
}
