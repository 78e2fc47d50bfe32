package nl.meldcode.acceptance.start;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The distribution on the newest Java at hand. {@code integration-tests/run newest} looks for it
 * and names it in {@code JAVA_HOME_NEWEST}; without one it does not run this.
 */
@Tag("newest")
class NewestJavaTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  @Covers({"P6", "R05"})
  void fromALaunchToAReportAtTheHostAndToAStop() throws IOException {
    Path java = Path.of(System.getenv().getOrDefault("JAVA_HOME_NEWEST", ""));
    assertThat(java.resolve("bin/java")).as("JAVA_HOME_NEWEST").isExecutable();
    Path real = java.toRealPath();
    try (StartedSchool school = StartedSchool.onJava(java, february(2), LocalTime.of(9, 0))) {
      assertThat(ProcessHandle.of(school.pid()).flatMap(one -> one.info().command()))
          .hasValueSatisfying(one -> assertThat(Path.of(one)).startsWith(real));
      Lotte.Version report = new Lotte(school).untilReport();
      Tab anja = school.tab("anja", "lotte");
      assertThat(anja.dossier().entries("Signal")).hasSize(3);
      assertThat(new String(anja.document(report.id()), 0, 5, StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");
      HostSession nora = HostSession.signIn(school.site(), "nora");
      Await.until(
          "the report at the host",
          PATIENCE,
          () -> nora.documents(Lotte.PUPIL).contains("Gespreksverslag"));

      school.stop();
      assertThat(logged(school)).contains("stopped; what was recorded stays in ");
      assertNoComplaint(school);
      school.start();
      assertThat(school.tab("anja", "lotte").dossier().entries("Signal")).hasSize(3);
    }
  }

  /** Java may warn of the framework, by its name; never of us, nor of native code. */
  private static void assertNoComplaint(StartedSchool school) throws IOException {
    List<String> warnings =
        Stream.of(school.output(), logged(school))
            .flatMap(String::lines)
            .filter(line -> line.contains("WARN") || line.contains("ERROR"))
            .toList();
    assertThat(warnings)
        .noneMatch(line -> line.contains("nl.meldcode") || line.contains("nl/meldcode"))
        .noneMatch(line -> line.contains("native") || line.contains("restricted"))
        .noneMatch(line -> line.contains("class file major version"));
  }

  private static String logged(StartedSchool school) throws IOException {
    return Files.readString(school.data().resolve("log/meldcode.log"));
  }
}
