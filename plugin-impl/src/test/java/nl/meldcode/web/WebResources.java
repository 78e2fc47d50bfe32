package nl.meldcode.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that the pages consist of. */
final class WebResources {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path WEB = RESOURCES.resolve("web");

  private WebResources() {}

  static String read(String name) {
    return read(WEB.resolve(name));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All files with this ending, below the folder of the pages. */
  static List<Path> files(String ending) {
    try (Stream<Path> all = Files.walk(WEB)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Map<String, String> texts(String language) {
    Properties read = new Properties();
    try (Reader reader =
        Files.newBufferedReader(RESOURCES.resolve("texts/web_" + language + ".properties"))) {
      read.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Map<String, String> texts = new TreeMap<>();
    read.forEach((key, text) -> texts.put(key.toString(), text.toString()));
    return texts;
  }
}
