package nl.meldcode.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.meldcode.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What who helps from afar gets of a data directory in which everything is planted. */
@Covers({"P12", "S22"})
class SupportBundleTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T07:30:00Z"), ZoneOffset.UTC);
  private static final String KEY =
      Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(UTF_8));
  private static final List<String> PLANTED =
      List.of("Lotte", "Hendriks", "viel in slaap", "wachtwoord-7", "geheim-van-de-klant", KEY);

  @TempDir private Path place;
  private Path data;

  @BeforeEach
  void planted() throws IOException {
    data = place.resolve("data");
    String everything = String.join("\n", PLANTED);
    for (String file :
        List.of(
            "keys/admin.key",
            "keys/plugin-jwk.json",
            "host/demo-password.txt",
            "demo-accounts.txt",
            "conf/configuration.json",
            "secret",
            "plugin/meldcode.db",
            "plugin/meldcode.db-wal",
            "plugin/keys/keys.db",
            "plugin/heads.log",
            "plugin/heads.signed",
            "plugin/access/2026-03.log",
            "erasures.log",
            "run/other.txt",
            "log/Lotte.txt",
            "log/framework.log")) {
      write(file, everything);
    }
    write("run/check-nl.txt", "[goed] Schijf\n");
    write("run/configuration.txt", "dataDir = /srv/meldcode\n");
    write(
        "log/meldcode.log",
        IntStream.range(0, 50).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"))
            + "\n{\"formattedMessage\":\"key "
            + KEY
            + " of f0f155a0-aeb0-309f-9b90-ad96e1aa5974\"}\n");
  }

  @Test
  void nothingThatIsPlantedIsInIt() throws IOException {
    Map<String, String> texts = made(20);

    assertThat(texts.keySet())
        .containsExactlyInAnyOrder(
            "check-nl.txt",
            "check-en.txt",
            "metrics.txt",
            "threads.txt",
            "bundles.txt",
            "configuration.txt",
            "tables.txt",
            "log.txt",
            "sizes.txt",
            "made.txt");
    for (String planted : PLANTED) {
      assertThat(texts.toString()).doesNotContain(planted);
    }
    assertThat(texts.toString()).doesNotContain("f0f155a0");
  }

  @Test
  void whatHelpsIsInIt() throws IOException {
    Map<String, String> texts = made(20);

    assertThat(texts.get("check-nl.txt")).isEqualTo("[goed] Schijf\n");
    assertThat(texts.get("metrics.txt")).isEqualTo("no answer\n");
    assertThat(texts.get("configuration.txt")).contains("dataDir = /srv/meldcode");
    assertThat(texts.get("log.txt"))
        .contains("line 49", "line 31\n", "key *** of ***")
        .doesNotContain("line 30\n")
        .hasLineCount(20);
    assertThat(texts.get("sizes.txt"))
        .contains("plugin/meldcode.db ", "log/framework.log ", "free ");
    assertThat(texts.get("made.txt")).contains("2026-03-02T07:30:00Z");
  }

  @Test
  void itIsForItsMakerAlone() throws IOException {
    made(1);

    assertThat(Files.getPosixFilePermissions(place.resolve("support.zip")))
        .isEqualTo(fromString("rw-------"));
  }

  private Map<String, String> made(int lines) throws IOException {
    Path zip = place.resolve("support.zip");
    new SupportBundle(data, lines, CLOCK).write(zip);
    Map<String, String> texts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip), UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        texts.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
      }
    }
    return texts;
  }

  private void write(String name, String text) throws IOException {
    Path file = data.resolve(name);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
