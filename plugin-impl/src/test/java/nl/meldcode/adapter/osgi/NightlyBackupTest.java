package nl.meldcode.adapter.osgi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.adapter.osgi.config.PluginSettings.Backups;
import nl.meldcode.application.port.LastBackup.State;
import nl.meldcode.verify.KeptData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every night one, whatever happened the night before. */
@Covers("R09")
class NightlyBackupTest {
  /** Half past eight in the morning in the Netherlands. */
  private static final Instant MORNING = Instant.parse("2026-03-02T07:30:00Z");

  @TempDir private Path place;
  private final AtomicInteger before = new AtomicInteger();
  private Instant now = MORNING;
  private Path target;
  private KeptData data;

  @BeforeEach
  void data() {
    data = new KeptData(place.resolve("data")).goOn();
    target = place.resolve("backups");
  }

  @Test
  void oneIsMadeEachNightAndWhatWasMissedIsMadeUpFor() {
    NightlyBackup nightly = nightly();
    assertThat(nightly.goodAsOf()).isEmpty();

    nightly.run();
    nightly.run();
    assertThat(names()).containsExactly("meldcode-data-20260302T073000.000Z");
    assertThat(nightly.goodAsOf()).contains(MORNING);
    assertThat(nightly.state()).isEqualTo(State.GOOD);

    now = Instant.parse("2026-03-03T01:29:59Z");
    nightly.run();
    assertThat(names()).hasSize(1);
    now = Instant.parse("2026-03-03T01:30:00Z");
    nightly.run();
    assertThat(names()).hasSize(2);
    now = now.plus(Duration.ofDays(1));
    nightly.run();
    assertThat(names())
        .as("the two newest")
        .containsExactly(
            "meldcode-data-20260303T013000.000Z", "meldcode-data-20260304T013000.000Z");
    assertThat(before).hasValue(3);
  }

  @Test
  void aStartKnowsWhatTheOneBeforeMade() {
    nightly().run();
    now = now.plusSeconds(60);

    NightlyBackup restarted = nightly();
    restarted.run();

    assertThat(restarted.goodAsOf()).contains(MORNING);
    assertThat(names()).hasSize(1);
  }

  @Test
  void oneThatFailsIsSaidSoAndTriedAgainAfterAnHour() throws IOException, SQLException {
    nightly().run();
    NightlyBackup nightly = nightly();
    now = now.plus(Duration.ofDays(1));
    data.edit("UPDATE entry SET at = at + 1 WHERE seq = 1");

    nightly.run();
    assertThat(nightly.state()).isEqualTo(State.FAILED);
    assertThat(nightly.goodAsOf()).contains(MORNING);
    data.edit("UPDATE entry SET at = at - 1 WHERE seq = 1");
    now = now.plus(Duration.ofMinutes(59));
    nightly.run();
    assertThat(nightly.state()).isEqualTo(State.FAILED);
    now = now.plus(Duration.ofMinutes(1));
    nightly.run();
    assertThat(nightly.state()).isEqualTo(State.GOOD);
    assertThat(names()).hasSize(2);
  }

  @Test
  void whatComesUpBeforehandIsAFailureToo() {
    NightlyBackup nightly =
        NightlyBackup.of(
                place.resolve("data"),
                new Backups(target, LocalTime.of(2, 30), 2),
                () -> {
                  throw new IllegalStateException("before");
                },
                clock())
            .orElseThrow();

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(nightly::run);

    assertThat(nightly.state()).isEqualTo(State.FAILED);
  }

  @Test
  void aFolderThatCannotBeReadIsAFailureAndNoReasonNotToStart() throws Exception {
    nightly().run();
    Path manifest = target.resolve(names().get(0)).resolve("manifest.json");
    String unreadable = Files.readString(manifest).replace("2026-03-02T07:30:00Z", "gisteren");
    Files.writeString(manifest, unreadable);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(unreadable.getBytes(UTF_8));
    Files.writeString(
        manifest.resolveSibling("manifest.sha256"),
        HexFormat.of().formatHex(digest) + "  manifest.json\n");
    now = now.plusSeconds(60);

    NightlyBackup nightly = nightly();
    assertThat(nightly.state()).isEqualTo(State.FAILED);
    assertThat(nightly.goodAsOf()).isEmpty();

    nightly.run();
    assertThat(nightly.state()).isEqualTo(State.GOOD);
    assertThat(nightly.goodAsOf()).contains(now);
  }

  @Test
  void anotherHourHoldsFromNowOn() {
    NightlyBackup nightly = nightly();
    nightly.run();
    nightly.wish(new Backups(target, LocalTime.of(10, 0), 1));

    now = Instant.parse("2026-03-02T08:59:59Z");
    nightly.run();
    assertThat(nightly.goodAsOf()).contains(MORNING);
    now = Instant.parse("2026-03-02T09:00:00Z");
    nightly.run();
    now = now.plus(Duration.ofHours(2));
    nightly.run();
    assertThat(nightly.goodAsOf()).contains(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(names()).as("the newest").hasSize(1);
  }

  @Test
  void withoutAFolderThereIsNone() {
    Backups none = new Backups(null, LocalTime.NOON, 1);

    assertThat(NightlyBackup.of(place, none, () -> {}, clock())).isEmpty();
  }

  private NightlyBackup nightly() {
    return NightlyBackup.of(
            place.resolve("data"),
            new Backups(target, LocalTime.of(2, 30), 2),
            before::incrementAndGet,
            clock())
        .orElseThrow();
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneId.of("Europe/Amsterdam");
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  private List<String> names() {
    try (Stream<Path> all = Files.list(target)) {
      return all.map(one -> one.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
