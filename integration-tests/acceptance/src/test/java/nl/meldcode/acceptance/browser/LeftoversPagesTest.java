package nl.meldcode.acceptance.browser;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sits down at the computer afterwards finds nothing of a dossier in the browser. */
@Tag("browser")
class LeftoversPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);
  private static final int MARKERS = 50;

  /** What a page put down in the browser, place by place; in a frame some places are closed. */
  private static final String STORED =
      """
      async () => (await Promise.all([
        () => ({...localStorage}),
        () => ({...sessionStorage}),
        async () => (await indexedDB.databases()).length,
        () => document.cookie,
        async () => (await caches.keys()).length,
        async () => (await navigator.serviceWorker.getRegistrations()).length
      ].map(async place => {
        try {
          return JSON.stringify(await place());
        } catch (closed) {
          return 'closed';
        }
      }))).join(' ')""";

  private final List<String> markers =
      IntStream.range(0, MARKERS)
          .mapToObj(i -> "merk" + i + "-" + UUID.randomUUID().toString().substring(0, 13))
          .toList();

  @TempDir private Path profile;

  @Test
  @Covers("S08")
  void afterSigningOutTheBrowserHoldsNothingOfTheDossier() throws IOException {
    try (StartedSchool school = StartedSchool.at(DAY, LocalTime.of(9, 0));
        Chromium chromium = new Chromium()) {
      Tab nora = school.tab("nora", "lotte");
      for (int i = 0; i < MARKERS; i += 10) {
        nora.record(Forms.signal(DAY, String.join(" ", markers.subList(i, i + 10))));
      }
      nora.record(Forms.opening(DAY));
      nora.keepDraft("Consultation", "{\"question\": \"" + markers.get(0) + "\"}");

      try (Screen screen = chromium.signInKeeping(profile, school.site(), "nora")) {
        screen.dossier("Lotte Hendriks").step("Signalen");
        assertThat(screen.text()).as("it was on the screen").contains(markers);
        screen.step("Overleg");
        assertThat(screen.ask(STORED).toString().split(" ", -1))
            .hasSize(6)
            .isSubsetOf("closed", "{}", "0", "\"\"");

        screen.signOut();
        assertThat(screen.askAll(STORED).toString()).doesNotContain(markers);
        assertThat(screen.back()).as("back").doesNotContain(markers);
        screen.offline(true);
        assertThat(screen.reloaded()).as("without a connection").doesNotContain(markers);
      }
    }
    assertThat(found()).isEmpty();
  }

  /** The markers that stand in some file of the profile, in the form of texts or of scripts. */
  private List<String> found() throws IOException {
    List<String> found = new ArrayList<>();
    int files = 0;
    try (Stream<Path> all = Files.walk(profile)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        files++;
        for (String marker : markers) {
          if (bytes.contains(marker) || bytes.contains(wide(marker))) {
            found.add(profile.relativize(file) + " " + marker);
          }
        }
      }
    }
    assertThat(files).as("files of a profile").isGreaterThan(20);
    return found;
  }

  private static String wide(String text) {
    assertThat(text.getBytes(UTF_8)).hasSize(text.length());
    return new String(text.getBytes(UTF_16LE), StandardCharsets.ISO_8859_1);
  }
}
