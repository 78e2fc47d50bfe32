package nl.meldcode.adapter.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;

/** Ids are made the same way for ever: dossiers stand under them. */
class OneRosterIdsTest {
  private static final String ALPHABET = "abcABC019-_:/@. é日\u0000\uD83D\uDE00";

  private final OneRosterIds ids = new OneRosterIds("testbestuur");

  @Test
  @Covers("R04")
  void theseIdsNeverChange() {
    assertThat(ids.pupil("4711")).hasToString("7ce34ea6-f34a-5c1f-b401-9b0d7f838fdf");
    assertThat(ids.staff("4711")).hasToString("3b523b79-f34d-5338-b35f-1865b6daa92d");
    assertThat(ids.person("4711")).hasToString("9cf09296-f176-5b70-aa84-2a1981245509");
  }

  @Test
  void aUuidStaysItself() {
    String uuid = "b81a7c2e-1d2f-4c1b-9d52-0a6d3e0f7a11";

    assertThat(ids.pupil(uuid)).hasToString(uuid);
    assertThat(ids.staff(uuid)).hasToString(uuid);
    assertThat(ids.person(uuid.toUpperCase(Locale.ROOT))).hasToString(uuid);
    assertThat(ids.pupil("1-1-1-1-1").value().version()).isEqualTo(5);
    assertThat(ids.pupil("{" + uuid + "}").value().version()).isEqualTo(5);
  }

  @Test
  @Covers("R04")
  void differentTextsServersAndKindsNeverGiveTheSameId() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Set<String> texts = new HashSet<>();
    while (texts.size() < 3_000) {
      texts.add(text(random));
    }
    Map<UUID, String> seen = new HashMap<>();
    for (String server : Set.of("testbestuur", "testbestuur ", "ander", "")) {
      OneRosterIds one = new OneRosterIds(server);
      for (String text : texts) {
        assertThat(seen.put(one.pupil(text).value(), text)).as("seed %d: %s", seed, text).isNull();
        assertThat(seen.put(one.staff(text).value(), text)).as("seed %d: %s", seed, text).isNull();
        assertThat(seen.put(one.person(text).value(), text)).as("seed %d: %s", seed, text).isNull();
        assertThat(new OneRosterIds(server).pupil(text)).isEqualTo(one.pupil(text));
      }
    }
    assertThat(seen).hasSize(3_000 * 4 * 3);
  }

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(12), 0, ALPHABET.codePointCount(0, ALPHABET.length()))
        .mapToObj(
            at -> Character.toString(ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, at))))
        .collect(Collectors.joining());
  }
}
