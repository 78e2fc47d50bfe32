package nl.meldcode.adapter.oneroster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import nl.meldcode.adapter.host.HostStub;
import nl.meldcode.adapter.host.TestClock;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.access.Role;

/** A OneRoster server with the school of the contract, and the roster that reads it. */
final class OneRosterDesk implements AutoCloseable {
  static final SchoolId SCHOOL = new SchoolId("de-vlieger");
  static final PupilId LOTTE = new OneRosterIds("testbestuur").pupil(RosterRows.LOTTE);

  final TestClock clock = new TestClock();
  final HostStub host;
  final RosterServer server;
  final Path secret;
  private final HostHttp http = new HostHttp();
  final OneRoster roster;

  OneRosterDesk(Path folder) throws Exception {
    host = new HostStub();
    server = new RosterServer(host);
    RosterRows.in(server);
    secret = secret(folder);
    roster = new OneRoster(settings(), http, clock);
  }

  private static Path secret(Path folder) throws IOException {
    return Files.writeString(folder.resolve("secret"), "s3cr:t %\n");
  }

  OneRosterSettings settings() {
    return new OneRosterSettings(
        "testbestuur",
        server.base(),
        URI.create(host.base() + "/oauth/token"),
        "meld code",
        secret,
        Map.of(SCHOOL, RosterRows.ORG),
        Map.of(
            SCHOOL,
            Map.of(
                RosterRows.NORA,
                Set.of(Role.IB, Role.AF),
                "b-1",
                Set.of(Role.BOARD),
                "t-off",
                Set.of(Role.IB),
                RosterRows.ILSE,
                Set.of(Role.IB))));
  }

  /** Long enough for the next look to ask the server. */
  void minuteLater() {
    clock.pass(Duration.ofSeconds(61));
  }

  @Override
  public void close() {
    roster.close();
    http.close();
    host.close();
  }
}
