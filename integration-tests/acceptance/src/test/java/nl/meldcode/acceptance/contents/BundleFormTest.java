package nl.meldcode.acceptance.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The plugin bundle is the same wherever and whenever it is built, and no larger than agreed. */
@Tag("framework")
class BundleFormTest {
  private static final long MIB = 1024 * 1024;
  private static final LocalDateTime OUTPUT_TIMESTAMP = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final Path SOURCES = Distribution.BUNDLE.resolve("..").normalize();

  @Test
  @Covers("S28")
  void nothingInItSaysWhenItWasBuilt() throws IOException {
    try (JarFile jar = new JarFile(Distribution.PLUGIN.toFile())) {
      assertThat(entries(jar))
          .hasSizeGreaterThan(500)
          .allMatch(entry -> entry.getTimeLocal().equals(OUTPUT_TIMESTAMP));
      assertThat(jar.getManifest().getMainAttributes().keySet())
          .extracting(Object::toString)
          .doesNotContain("Bnd-LastModified", "Built-By", "Build-Jdk", "Build-Time", "Tool");
      assertThat(jar.getManifest().getMainAttributes().getValue("Bundle-Version"))
          .isEqualTo("1.0.0.SNAPSHOT");
    }
  }

  /** Nor by whom: the folders of this build and the name of its user are in no file of ours. */
  @Test
  @Covers("S28")
  void nothingInItSaysWhereItWasBuilt() throws IOException {
    List<String> places =
        Stream.of(SOURCES.toString(), System.getProperty("user.home"))
            .filter(place -> place.length() > 3)
            .toList();
    List<String> found = new ArrayList<>();
    try (JarFile jar = new JarFile(Distribution.PLUGIN.toFile())) {
      for (JarEntry entry : entries(jar)) {
        String text = text(jar.getInputStream(entry));
        if (places.stream().anyMatch(text::contains)) {
          found.add(entry.getName());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  /** A folder lists its files in another order on another machine. */
  @Test
  @Covers("S28")
  void itsFilesStandInTheOrderOfTheirNames() throws IOException {
    try (JarFile jar = new JarFile(Distribution.PLUGIN.toFile())) {
      List<String> names =
          entries(jar).stream()
              .filter(entry -> !entry.isDirectory())
              .map(JarEntry::getName)
              .filter(name -> !name.equals(JarFile.MANIFEST_NAME))
              .toList();
      assertThat(names).isSorted();
    }
  }

  @Test
  @Covers("S28")
  void ourOwnCodeAndTheWholeDistributionAreNoLargerThanAgreed() throws IOException {
    long own = 0;
    try (JarFile jar = new JarFile(Distribution.PLUGIN.toFile())) {
      for (JarEntry entry : entries(jar)) {
        own +=
            entry.getName().matches(".*\\.(jar|ttf)|.*/webjars/.*") ? 0 : entry.getCompressedSize();
      }
    }
    long whole = 0;
    for (Path file : Distribution.files(Distribution.ROOT)) {
      whole += Files.size(file);
    }
    assertThat(own).isBetween(MIB / 2, 3 * MIB);
    assertThat(whole).isBetween(20 * MIB, 45 * MIB);
  }

  private static List<JarEntry> entries(JarFile jar) {
    List<JarEntry> entries = new ArrayList<>();
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      entries.add(all.nextElement());
    }
    return entries;
  }

  private static String text(InputStream in) throws IOException {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
