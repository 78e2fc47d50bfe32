package nl.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With what is sealed, hashed and drawn by lot, in all of the code: these and no others. */
class ChosenAlgorithmsTest {
  private static final Path CODE = Path.of("src/main/java");
  private static final Pattern ALGORITHM =
      Pattern.compile("getInstance\\(\\s*\"([^\"]+)\"|SecretKeySpec\\(\\w+, \"([^\"]+)\"");
  private static final Pattern LOT =
      Pattern.compile("(new Random\\(|ThreadLocalRandom|Math\\.random|RandomGenerator)");

  @Test
  @Covers("S23")
  void sealedWithGcmAndHashedWithSha256() throws IOException {
    Map<String, Set<String>> users = new TreeMap<>();
    for (Path file : files()) {
      ALGORITHM
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
          .forEach(name -> users.computeIfAbsent(name, key -> new TreeSet<>()).add(name(file)));
    }

    assertThat(users.keySet())
        .containsExactly("AES", "AES/GCM/NoPadding", "HmacSHA256", "SHA-1", "SHA-256");
    assertThat(users.get("SHA-1")).as("ids from names, RFC 9562").containsExactly("NameUuid.java");
    assertThat(users.get("AES/GCM/NoPadding")).containsExactly("Sealing.java");
  }

  @Test
  @Covers("S23")
  void onlyWhenToTryAgainIsLeftToChanceThatCanBeGuessed() throws IOException {
    Set<String> users = new TreeSet<>();
    for (Path file : files()) {
      if (LOT.matcher(Files.readString(file)).find()) {
        users.add(name(file));
      }
    }

    assertThat(users).containsExactly("Plugin.java", "RelayToHost.java");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(CODE)) {
      return all.filter(one -> one.toString().endsWith(".java")).toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
