package nl.meldcode.adapter.host;

import static nl.meldcode.adapter.host.HostStub.json;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.RosterContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class HttpRosterContractTest extends RosterContract {
  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private HttpRoster roster;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    RosterReplies.in(host);
    host.answer(
        "GET /connect/v1/pupils",
        json(200, "{\"items\": [" + RosterReplies.pupil(RosterReplies.LOTTE) + "]}"));
    host.answer(
        "GET /connect/v1/groups/" + RosterReplies.GROUP + "/members",
        json(200, RosterReplies.enrollmentAndRelation(RosterReplies.LOTTE)));
    host.answer(
        "GET /connect/v1/capabilities",
        json(200, "{\"documents\": true, \"guardians\": true, \"merge\": false, \"events\": 0}"));
    roster =
        new HttpRoster(new HostClient(host.settings(), http, PluginKeys.in(folder), clock), clock);
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
  }

  @Override
  protected Roster roster() {
    return roster;
  }

  @Override
  protected SchoolId school() {
    return new SchoolId(RosterReplies.SCHOOL);
  }

  @Override
  protected PupilId lotte() {
    return PupilId.of(RosterReplies.LOTTE);
  }

  @Override
  protected Set<Capability> offered() {
    return Set.of(
        Capability.DOCUMENTS, Capability.GUARDIANS, Capability.RELATION_KINDS, Capability.SECRECY);
  }

  @Override
  protected void breakHost(Trouble trouble) {
    host.answerAll(Troubles.answering(trouble));
  }

  @Override
  protected int asked() {
    return host.asked().size();
  }

  @Override
  protected Instant now() {
    return clock.instant();
  }

  @Override
  protected void pass(Duration time) {
    clock.pass(time);
  }
}
