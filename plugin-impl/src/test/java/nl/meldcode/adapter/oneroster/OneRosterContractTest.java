package nl.meldcode.adapter.oneroster;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import nl.meldcode.adapter.host.Troubles;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.RosterContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class OneRosterContractTest extends RosterContract {
  @TempDir private Path folder;
  private OneRosterDesk desk;

  @BeforeEach
  void begin() throws Exception {
    desk = new OneRosterDesk(folder);
  }

  @AfterEach
  void end() {
    desk.close();
  }

  @Override
  protected Roster roster() {
    return desk.roster;
  }

  @Override
  protected SchoolId school() {
    return OneRosterDesk.SCHOOL;
  }

  @Override
  protected PupilId lotte() {
    return OneRosterDesk.LOTTE;
  }

  @Override
  protected Set<Capability> offered() {
    return Set.of(Capability.GUARDIANS);
  }

  @Override
  protected void breakHost(Trouble trouble) {
    desk.host.answerAll(Troubles.answering(trouble));
  }

  @Override
  protected int asked() {
    return desk.host.asked().size();
  }

  @Override
  protected Instant now() {
    return desk.clock.instant();
  }

  @Override
  protected void pass(Duration time) {
    desk.clock.pass(time);
  }
}
