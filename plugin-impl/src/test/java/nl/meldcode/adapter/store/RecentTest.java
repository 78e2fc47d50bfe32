package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final Recent<String, Integer> recent = new Recent<>(2);

  @Test
  void whatWasLookedUpIsNotLookedUpAgain() {
    assertThat(recent.get("a", () -> Optional.of(1))).contains(1);
    assertThat(recent.get("a", () -> Optional.of(2))).contains(1);
    assertThat(recent.get("b", Optional::empty)).isEmpty();
    assertThat(recent.get("b", () -> Optional.of(3))).contains(3);
  }

  /** It may be what was taken away. */
  @Test
  @Covers("S04")
  void whatWasLookedUpWhileSomethingWasTakenAwayIsNotKept() {
    Optional<Integer> found =
        recent.get(
            "a",
            () -> {
              recent.removeIf((key, value) -> key.equals("a"));
              return Optional.of(1);
            });

    assertThat(found).contains(1);
    assertThat(recent.get("a")).isEmpty();
  }

  @Test
  @Covers("S04")
  void whatIsNotThereIsNotReplaced() {
    recent.replace("a", 1);
    assertThat(recent.get("a")).isEmpty();

    recent.put("a", 1);
    recent.replace("a", 2);
    assertThat(recent.get("a")).contains(2);
  }
}
