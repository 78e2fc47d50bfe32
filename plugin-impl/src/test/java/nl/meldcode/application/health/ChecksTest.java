package nl.meldcode.application.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.LastBackup;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When each part is well, when somebody has to look, and when it is critical. */
@Covers("P11")
class ChecksTest {
  private static final Instant NOW = Instant.parse("2026-03-02T07:30:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final long MIB = 1024L * 1024;

  @TempDir private Path data;

  @Test
  void theDatabaseWritesAndReads() {
    StoreUnavailable failed = new StoreUnavailable("write", new IOException("broken"));
    StoreUnavailable full =
        new StoreUnavailable(StoreUnavailable.Why.NO_ROOM, "write", new IOException("full"));

    assertThat(code(new DatabaseCheck(() -> {}, () -> {}))).isEqualTo("OK ok");
    assertThat(code(new DatabaseCheck(throwing(failed), () -> {}))).isEqualTo("CRITICAL read-only");
    assertThat(code(new DatabaseCheck(() -> {}, throwing(failed)))).isEqualTo("CRITICAL failed");
    assertThat(code(new DatabaseCheck(() -> {}, throwing(full)))).isEqualTo("CRITICAL full");
    assertThat(code(new DatabaseCheck(throwing(full), () -> {}))).isEqualTo("CRITICAL full");
    assertThat(code(new DatabaseCheck(throwing(new Tampered("x")), () -> {})))
        .isEqualTo("CRITICAL altered");
    assertThat(code(new DatabaseCheck(() -> {}, throwing(new Tampered("x")))))
        .isEqualTo("CRITICAL altered");
  }

  @Test
  void theChainIsWholeAndWasSignedLately() {
    assertThat(code(chain(0, 16))).isEqualTo("OK ok");
    assertThat(code(chain(0, 41))).isEqualTo("WARN unsigned");
    assertThat(code(chain(0, 181))).isEqualTo("CRITICAL unsigned");
    assertThat(chain(1, 0).look()).isEqualTo(Health.critical(Part.CHAIN, "damaged", "1"));
  }

  @Test
  void theHostAnswers() {
    assertThat(code(host(0, null))).isEqualTo("WARN never");
    assertThat(code(host(0, Duration.ofMinutes(1)))).isEqualTo("OK ok");
    assertThat(code(host(2, Duration.ofMinutes(1)))).isEqualTo("WARN circuit");
    assertThat(code(host(2, Duration.ofMinutes(6)))).isEqualTo("WARN away");
    assertThat(code(host(2, Duration.ofHours(5)))).isEqualTo("CRITICAL away");
  }

  @Test
  void whatTheHostCanIsRememberedWhileItIsAway() {
    HostCapabilities some = new HostCapabilities(EnumSet.of(Capability.CALENDAR));
    boolean[] away = {false};
    HostCheck check =
        new HostCheck(
            () -> {
              if (away[0]) {
                throw new HostUnavailable("away");
              }
              return some;
            },
            () -> sight(0, null, null));
    assertThat(check.capabilities()).isEmpty();

    check.look();
    away[0] = true;
    check.look();

    assertThat(check.capabilities()).contains(some);
  }

  @Test
  void whatHasToGoToTheHostGoes() {
    assertThat(code(relay(0, 0, null))).isEqualTo("OK ok");
    assertThat(code(relay(3, 0, Duration.ofMinutes(59)))).isEqualTo("OK ok");
    assertThat(code(relay(3, 0, Duration.ofMinutes(61)))).isEqualTo("WARN late");
    assertThat(code(relay(3, 1, Duration.ofMinutes(61)))).isEqualTo("WARN parked");
    assertThat(code(relay(3, 1, Duration.ofHours(25)))).isEqualTo("CRITICAL late");
  }

  @Test
  void keysAreThereArePrivateAndOpen() throws IOException {
    assertThat(code(keys(true, () -> {}))).isEqualTo("CRITICAL missing");
    Files.createDirectories(data.resolve("keys"));
    Files.createFile(data.resolve("keys/admin.key"));
    assertThat(code(keys(true, () -> {}))).isEqualTo("OK ok");
    assertThat(code(keys(false, () -> {}))).isEqualTo("CRITICAL public");
    assertThat(code(keys(true, throwing(new Tampered("x"))))).isEqualTo("CRITICAL closed");
    Path asked = Files.createFile(data.resolve("keys/rotate"));
    Files.setLastModifiedTime(asked, FileTime.from(NOW.minus(Duration.ofMinutes(39))));
    assertThat(code(keys(true, () -> {}))).isEqualTo("OK ok");
    Files.setLastModifiedTime(asked, FileTime.from(NOW.minus(Duration.ofMinutes(41))));
    assertThat(code(keys(true, () -> {}))).isEqualTo("WARN rotation");
  }

  @Test
  void theFullestDiskCounts() {
    assertThat(code(disk(5000, 4000))).isEqualTo("OK ok");
    assertThat(code(disk(5000, 1999))).isEqualTo("WARN full");
    assertThat(disk(5000, 499).look()).isEqualTo(Health.critical(Part.DISK, "full", "499"));
    assertThat(code(new DiskCheck(List.of(OptionalLong::empty), () -> 2, () -> 1)))
        .isEqualTo("WARN unknown");
  }

  @Test
  void theClockIsThatOfTheHost() {
    assertThat(code(clock(null))).isEqualTo("WARN unknown");
    assertThat(code(clock(Duration.ofSeconds(9)))).isEqualTo("OK ok");
    assertThat(code(clock(Duration.ofSeconds(11)))).isEqualTo("WARN wrong");
    assertThat(code(clock(Duration.ofSeconds(46)))).isEqualTo("CRITICAL wrong");
  }

  @Test
  void thereIsABackupOfLastNight() {
    assertThat(code(new BackupCheck(null, CLOCK))).isEqualTo("WARN none");
    assertThat(code(backup(LastBackup.State.GOOD, Duration.ofHours(25)))).isEqualTo("OK ok");
    assertThat(code(backup(LastBackup.State.GOOD, Duration.ofHours(27)))).isEqualTo("WARN old");
    assertThat(code(backup(LastBackup.State.FAILED, Duration.ofHours(1))))
        .isEqualTo("CRITICAL failed");
    assertThat(code(backup(LastBackup.State.GOOD, Duration.ofHours(75)))).isEqualTo("CRITICAL old");
    assertThat(code(backup(LastBackup.State.GOOD, null))).isEqualTo("WARN first");
  }

  @Test
  void oneAddressThatIsNotServedIsCritical() {
    Set<String> expected = Set.of("/meldcode/launch", "/meldcode/tabs/*");

    assertThat(code(new PagesCheck(expected, () -> Set.of("/x", "/meldcode/launch"))))
        .isEqualTo("CRITICAL missing");
    assertThat(code(new PagesCheck(expected, () -> expected))).isEqualTo("OK ok");
  }

  @Test
  @Covers("S27")
  void aConsoleOnTheNetworkIsNotPassedOver() {
    assertThat(code(new ConsoleCheck(() -> List.of("nl.meldcode", "org.apache.felix.gogo.shell"))))
        .isEqualTo("OK ok");
    assertThat(code(new ConsoleCheck(() -> List.of("org.apache.felix.webconsole"))))
        .isEqualTo("CRITICAL web");
    assertThat(code(new ConsoleCheck(() -> List.of("org.apache.karaf.shell.ssh"))))
        .isEqualTo("WARN shell");
  }

  @Test
  void aCheckThatBreaksIsCriticalAndKeepsNoOtherFromBeingLookedAt() {
    CheckUp checkUp =
        new CheckUp(
            Map.of(
                Part.DATABASE,
                () -> {
                  throw new IllegalStateException("secret");
                },
                Part.KEYS,
                () -> {
                  throw new OutOfMemoryError("secret");
                },
                Part.DISK,
                disk(5000, 5000)),
            CLOCK);
    assertThat(checkUp.last().works(Part.DISK)).as("nothing was looked at").isFalse();

    Report report = checkUp.look();

    assertThat(report.all())
        .containsExactly(
            Health.critical(Part.DATABASE, "broken", "IllegalStateException"),
            Health.critical(Part.KEYS, "broken", "OutOfMemoryError"),
            Health.ok(Part.DISK, "5000"));
    assertThat(report.level()).isEqualTo(Level.CRITICAL);
    assertThat(report.works(Part.DATABASE)).isFalse();
    assertThat(checkUp.last()).isEqualTo(report);
  }

  @Test
  void aPersonReadsWhatIsWrongWhatToDoAndWhatTheHostCannot() {
    Standing standing = new Standing(new Texts(), "1.0.0", "zuid");
    Report report = new Report(NOW, List.of(Health.ok(Part.DATABASE), disk(9, 9).look()));
    HostCapabilities none = new HostCapabilities(Set.of());

    assertThat(standing.say(DUTCH, report, Optional.of(none)))
        .contains(
            "Meldcode 1.0.0, 2026-03-02T07:30:00Z: ERNSTIG",
            "[goed]    Gegevensbank           schrijven en lezen lukt",
            "[ernstig] Schijf                 nog 9 MiB vrij",
            "Doen: Maak ruimte.",
            "- De leerlingadministratie geeft de vrije dagen van de school niet door.",
            "regio zuid");
    assertThat(standing.say(Locale.ENGLISH, report, Optional.empty()))
        .contains("CRITICAL", "only 9 MiB free", "not known yet");
  }

  private static String code(Check check) {
    Health health = check.look();
    Texts texts = new Texts();
    assertThat(texts.say(DUTCH, health.key(), health.arguments().toArray())).isNotBlank();
    if (health.level() != Level.OK) {
      assertThat(texts.say(DUTCH, health.todo(), health.arguments().toArray())).isNotBlank();
    }
    return health.level() + " " + health.code();
  }

  private static Check chain(int damaged, long minutes) {
    return new ChainCheck(() -> damaged, () -> NOW.minus(Duration.ofMinutes(minutes)), CLOCK);
  }

  private static Check host(int open, @Nullable Duration ago) {
    return new HostCheck(
        () -> {
          throw new HostUnavailable("away");
        },
        () -> sight(open, ago, null));
  }

  private static HostSight sight(int open, @Nullable Duration ago, @Nullable Duration skew) {
    return new HostSight(open, Optional.ofNullable(ago), Optional.ofNullable(skew));
  }

  private static Check relay(int waiting, int parked, @Nullable Duration age) {
    Optional<Instant> oldest = Optional.ofNullable(age).map(NOW::minus);
    return new RelayCheck(() -> new Backlog(waiting, parked, oldest), CLOCK);
  }

  private Check keys(boolean isPrivate, Runnable sealAndOpen) {
    return new KeysCheck(data, file -> isPrivate, sealAndOpen, CLOCK);
  }

  private static Check disk(long first, long second) {
    return new DiskCheck(
        List.of(() -> OptionalLong.of(first * MIB), () -> OptionalLong.of(second * MIB)),
        () -> 2000 * MIB,
        () -> 500 * MIB);
  }

  private static Check clock(@Nullable Duration skew) {
    return new ClockCheck(() -> sight(0, null, skew));
  }

  private static Check backup(LastBackup.State state, @Nullable Duration age) {
    return new BackupCheck(
        new LastBackup() {
          @Override
          public State state() {
            return state;
          }

          @Override
          public Optional<Instant> goodAsOf() {
            return Optional.ofNullable(age).map(NOW::minus);
          }
        },
        CLOCK);
  }

  private static Runnable throwing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }
}
