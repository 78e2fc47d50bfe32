package nl.meldcode.adapter.osgi.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The texts of the configuration, as they stand in the source. */
final class Texts {
  private Texts() {}

  static Properties of(String name) {
    Properties texts = new Properties();
    Path file = Path.of("src/main/resources/OSGI-INF/l10n/" + name + ".properties");
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  static Set<String> keys(String name) {
    return new TreeSet<>(of(name).stringPropertyNames());
  }
}
