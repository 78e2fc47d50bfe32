package nl.meldcode.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.meldcode.Covers;
import nl.meldcode.Histories;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Roster.PupilName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** People come and go; that many go at once is an alarm, and removes nobody. */
class ShrinkingRosterTest {
  private static final int HISTORIES = 3;
  private static final int STEPS = 40;
  private static final SchoolId SCHOOL = new SchoolId(HostRoster.SCHOOL);

  @TempDir private Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger().detachAppender(log);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(HttpRoster.class);
  }

  @Test
  @Covers("R03")
  void anEmptyOrHalvedRosterIsAnAlarmAndRemovesNobody() throws Exception {
    Histories.each(
        HISTORIES,
        random -> {
          try (History history = new History(random, folder)) {
            for (int step = 0; step < STEPS; step++) {
              if (random.nextInt(4) == 0) {
                history.loses(log);
              } else {
                history.changes();
              }
            }
          }
        });
  }

  /** One school, read again and again. */
  private static final class History implements AutoCloseable {
    private final RandomGenerator random;
    private final TestClock clock = new TestClock();
    private final HostHttp http = new HostHttp();
    private final HostRoster people;
    private final MisbehavingHost host;
    private final HttpRoster roster;
    private int next = 1_000;

    History(RandomGenerator random, Path folder) throws IOException {
      this.random = random;
      people = HostRoster.of(30 + random.nextInt(200), 15 + random.nextInt(40));
      host = new MisbehavingHost(people);
      roster = new HttpRoster(host.client(http, folder, clock), clock);
      assertThat(pupils()).hasSize(people.all().size());
      staff();
    }

    /** Some come, some go, as on any day. */
    void changes() {
      people.put(HostRoster.child(next++), HostRoster.SCHOOL, random.nextInt(12), null);
      for (int i = random.nextInt(4); i > 0; i--) {
        people.remove(Histories.one(random, people.all()).id());
      }
      people.employ(next);
      clock.pass(Duration.ofMinutes(2));

      assertThat(pupils())
          .containsExactlyInAnyOrderElementsOf(
              people.all().stream().map(HostRoster.Child::id).toList());
      staff();
    }

    /** Half of them, or all, are left out of an answer for a while. */
    void loses(ListAppender<ILoggingEvent> log) {
      List<UUID> pupils = pupils();
      int staff = staff();
      boolean ofPupils = random.nextBoolean();
      host.where = line -> line.contains(ofPupils ? "/pupils?" : "/staff?");
      host.behaves(random.nextBoolean() ? Behaviour.EMPTY_ROSTER : Behaviour.HALVED_ROSTER);
      log.list.clear();
      for (int i = 1 + random.nextInt(5); i > 0; i--) {
        clock.pass(Duration.ofMinutes(2 + random.nextInt(100)));
        assertThat(pupils()).isEqualTo(pupils);
        assertThat(staff()).isEqualTo(staff);
      }
      host.behaves(Behaviour.NONE);
      clock.pass(Duration.ofMinutes(2));

      assertThat(log.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .isNotEmpty()
          .allMatch(line -> line.startsWith("ALARM: the host says that a school lost its "))
          .allMatch(line -> line.contains(ofPupils ? "pupils" : "staff"));
    }

    private List<UUID> pupils() {
      return roster.pupils(SCHOOL).stream().map(PupilName::id).map(one -> one.value()).toList();
    }

    private int staff() {
      return roster.staff(SCHOOL).members().size();
    }

    @Override
    public void close() {
      http.close();
      host.close();
    }
  }
}
