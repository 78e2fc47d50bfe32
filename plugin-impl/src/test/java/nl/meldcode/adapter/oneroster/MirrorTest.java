package nl.meldcode.adapter.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.application.port.HostUnavailable;
import org.junit.jupiter.api.Test;

/** A copy of a collection loses nobody by accident. */
class MirrorTest {
  private static final Instant START = Instant.parse("2026-11-12T10:00:00Z");

  /** Rows are numbers; the parts that must stay inhabited are the tens. */
  private static final Feed<Integer> FEED =
      new Feed<>(
          "users", Integer.class, "x", true, (id, one) -> true, one -> Set.of("" + one / 10));

  @Test
  @Covers("R03")
  void whatIsMissingGoesOnlyAfterASecondReadingTenMinutesLater() {
    Mirror<Integer> all = new Mirror<>(FEED).whole(List.of(row(1), row(2)), START);
    Mirror<Integer> once = all.whole(List.of(row(1)), at(60));
    Mirror<Integer> soon = once.whole(List.of(row(1)), at(69));

    assertThat(once.held()).containsKey("2");
    assertThat(soon.held()).containsKey("2");
    assertThat(soon.whole(List.of(row(1)), at(70)).held()).doesNotContainKey("2");
    assertThat(soon.whole(List.of(row(1), row(2)), at(70)).whole(List.of(row(1)), at(80)).held())
        .as("seen in between")
        .containsKey("2");
  }

  @Test
  @Covers("R03")
  void anEmptyPartIsAnAlarmHoweverOftenItIsSaid() {
    Mirror<Integer> all = new Mirror<>(FEED).whole(List.of(row(1), row(11)), START);

    assertThatThrownBy(() -> all.whole(List.of(), at(60))).isInstanceOf(HostUnavailable.class);
    assertThatThrownBy(() -> all.whole(List.of(row(1)), at(120)))
        .isInstanceOf(HostUnavailable.class)
        .hasMessage("ALARM: users has nobody left at 1 of its parts");
    assertThatThrownBy(() -> all.changed(List.of(Row.gone("11")), at(60)))
        .isInstanceOf(HostUnavailable.class);
    assertThatThrownBy(() -> all.whole(List.of(row(1), Row.gone("11")), at(60)))
        .isInstanceOf(HostUnavailable.class);
  }

  /** Whoever goes was said to be gone, or was missed by two readings of everything. */
  @Test
  @Covers("R03")
  void nobodyIsLostInAnyOrderOfReadings() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      Mirror<Integer> mirror = new Mirror<>(FEED).whole(rows(random, 1), START);
      Map<String, Instant> missed = new HashMap<>();
      for (int step = 1; step <= 12; step++) {
        List<Row<Integer>> rows = rows(random, 0.3 + random.nextDouble());
        boolean whole = random.nextBoolean();
        Instant now = at(7L * step);
        Mirror<Integer> next;
        try {
          next = whole ? mirror.whole(rows, now) : mirror.changed(rows, now);
        } catch (HostUnavailable e) {
          continue;
        }
        check(seed, mirror, next, rows, whole ? missed : Map.of());
        note(missed, mirror, rows, whole, now);
        mirror = next;
      }
    }
  }

  private static void check(
      long seed,
      Mirror<Integer> before,
      Mirror<Integer> after,
      List<Row<Integer>> rows,
      Map<String, Instant> missed) {
    for (String id : before.held().keySet()) {
      boolean told = rows.stream().anyMatch(row -> row.id().equals(id) && row.gone());
      boolean given = rows.stream().anyMatch(row -> row.id().equals(id) && !row.gone());
      if (told) {
        assertThat(after.held()).as("seed %d", seed).doesNotContainKey(id);
      } else if (given || !missed.containsKey(id)) {
        assertThat(after.held()).as("seed %d", seed).containsKey(id);
      }
    }
  }

  private static void note(
      Map<String, Instant> missed,
      Mirror<Integer> before,
      List<Row<Integer>> rows,
      boolean whole,
      Instant now) {
    rows.forEach(row -> missed.remove(row.id()));
    if (whole) {
      before.held().keySet().stream()
          .filter(id -> rows.stream().noneMatch(row -> row.id().equals(id)))
          .forEach(id -> missed.putIfAbsent(id, now));
    }
  }

  private static List<Row<Integer>> rows(Random random, double share) {
    List<Row<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      if (random.nextDouble() < share) {
        rows.add(
            switch (share == 1 ? 9 : random.nextInt(10)) {
              case 0 -> Row.gone("" + i);
              case 1 -> Row.unreadable("" + i);
              default -> row(i);
            });
      }
    }
    return rows;
  }

  private static Row<Integer> row(int number) {
    return Row.of("" + number, number);
  }

  private static Instant at(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }
}
