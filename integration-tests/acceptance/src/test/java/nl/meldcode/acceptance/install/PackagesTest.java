package nl.meldcode.acceptance.install;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Figures;
import nl.meldcode.acceptance.kit.Manual;
import nl.meldcode.acceptance.kit.StartCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packages themselves, and the one that needs nothing but Java. */
@Tag("framework")
class PackagesTest {
  private static final double MIB = 1024.0 * 1024;
  private static final double MOST = 45;
  private static final Pattern SERVICE = Pattern.compile("(?m)^ExecStart=(.*)$");

  @TempDir Path folder;

  @Test
  @Covers("S28")
  void theyAreTheSameWheneverTheyArePackedAndNoLargerThanAgreed() throws IOException {
    List<Path> first = new Packages(folder.resolve("first")).all();
    List<Path> second = new Packages(folder.resolve("second")).all();

    for (int i = 0; i < first.size(); i++) {
      Path name = first.get(i).getFileName();
      assertThat(first.get(i)).as("%s", name).hasSameBinaryContentAs(second.get(i));
      double size = Files.size(first.get(i)) / MIB;
      Figures.report("size-mib-" + name, size, MOST);
      assertThat(size).as("%s", name).isBetween(20.0, MOST);
    }
  }

  @Test
  @Covers("P6")
  void unpackedItStartsByItselfAndASignalIsRecorded() throws IOException {
    Path packed = new Packages(folder.resolve("packages")).standAlone();
    Path home = folder.resolve(packed.getFileName().toString().replace(".tar.gz", ""));
    List<String> unpack =
        new ArrayList<>(Manual.command("tar ", Map.of("meldcode-VERSIE.tar.gz", packed)));
    unpack.addAll(List.of("-C", folder.toString()));
    assertThat(said(unpack)).isEmpty();
    assertThat(Manual.commands())
        .filteredOn(command -> command.startsWith("meldcode-VERSIE/"))
        .hasSizeGreaterThan(7)
        .extracting(command -> command.replaceAll("^[^/]*/([a-z-]+) .*$", "$1"))
        .allSatisfy(command -> assertThat(home.resolve(command)).isExecutable());
    assertThat(home.resolve("install.md")).content().doesNotContain("](");
    int port = StartCommand.freePort();
    Path data = folder.resolve("data");
    try (SmallestSchool school = new SmallestSchool(port, data)) {
      Path settings = Files.writeString(folder.resolve("meldcode.conf"), settings(school, data));
      List<String> words =
          Manual.command(
              "meldcode-VERSIE/start",
              Map.of(
                  "meldcode-VERSIE/start", home.resolve("start"),
                  "meldcode.conf", settings,
                  "8080", port));
      try (StartCommand start = new StartCommand(words).untilReady(port)) {
        school.untilOffered(start);
        school.recordsASignal();
        assertThat(start.output()).doesNotContain("ERROR", "Building");
        isBackedUpCheckedAndRestored(home, data);
        start.stop();
      }
      List<String> service = new ArrayList<>(asAService(home, settings));
      service.addAll(List.of("--port", port + ""));
      try (StartCommand start = new StartCommand(service).untilReady(port)) {
        school.untilOffered(start);
        school.recordsASignal();
      }
    }
  }

  private static String settings(SmallestSchool school, Path data) {
    String host = requireNonNull(school.ofHost().get("issuer"));
    String plugin = requireNonNull(school.ofPlugin().get("publicUri"));
    return Manual.settings(
        Map.of(
            "https://las.example", host,
            "https://meldcode.school.example/meldcode", plugin,
            "/srv/meldcode", data.toString()));
  }

  /** What the system starts with the machine, as it is installed by the manual. */
  private static List<String> asAService(Path home, Path settings) throws IOException {
    Matcher start = SERVICE.matcher(Files.readString(home.resolve("meldcode.service")));
    assertThat(start.find()).isTrue();
    return Stream.of(start.group(1).split(" "))
        .map(word -> word.replace("/opt/meldcode", home.toString()))
        .map(word -> word.replace("/etc/meldcode/meldcode.conf", settings.toString()))
        .toList();
  }

  /** Whatever the plugin is installed in, its data are looked after with these. */
  private void isBackedUpCheckedAndRestored(Path home, Path data) {
    String backup = said(home.resolve("backup"), data, folder.resolve("backups")).strip();
    assertThat(Path.of(backup, "manifest.json")).isRegularFile();
    assertThat(said(home.resolve("verify"), Path.of(backup))).isNotBlank();
    assertThat(said(home.resolve("restore"), Path.of(backup), folder.resolve("elsewhere")))
        .contains("Restored: ");
  }

  private static String said(Path... words) {
    return said(Stream.of(words).map(Path::toString).toList());
  }

  private static String said(List<String> words) {
    try (StartCommand command = new StartCommand(words)) {
      assertThat(command.exitCode()).as(command.output()).isZero();
      return command.output();
    }
  }
}
