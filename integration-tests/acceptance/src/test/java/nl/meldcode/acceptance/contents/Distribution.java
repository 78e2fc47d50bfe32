package nl.meldcode.acceptance.contents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The distribution as it was built: its jars, those inside the plugin bundle, and their files. */
final class Distribution {
  static final Path BUNDLE = Path.of("../../bundle").toAbsolutePath().normalize();
  static final Path ROOT = BUNDLE.resolve("target/distribution");
  static final Path PLUGIN = ROOT.resolve("plugin/nl.meldcode.jar");

  private final Map<String, String> jars = new TreeMap<>(); // place by SHA-256
  private final Map<Content, String> contents = new HashMap<>(); // place by content

  /** A file in a jar: the same name and the same bytes. */
  private record Content(String name, long sum) {}

  Distribution() throws IOException {
    for (Path file : files(ROOT)) {
      if (file.toString().endsWith(".jar")) {
        String place = ROOT.relativize(file).toString();
        if (!file.equals(PLUGIN)) {
          jars.put(sha256(Files.readAllBytes(file)), place);
        }
        readJar(file, place);
      }
    }
  }

  /** The jars that are not ours: their places by their SHA-256. */
  Map<String, String> jars() {
    return Map.copyOf(jars);
  }

  /** In which jar a file of this jar is found unchanged. */
  Optional<String> holdsPartOf(Path jar) throws IOException {
    Map<Content, String> parts = new HashMap<>();
    try (InputStream in = Files.newInputStream(jar)) {
      eachFile(in, (name, bytes) -> parts.put(content(name, bytes), name));
    }
    return parts.keySet().stream()
        .filter(part -> !part.name().matches("META-INF/([^/]+|maven/.*)|module-info.class"))
        .flatMap(part -> Stream.ofNullable(contents.get(part)))
        .min(String::compareTo);
  }

  /** The names of the files in the plugin bundle. */
  Stream<String> pluginFiles() {
    String plugin = ROOT.relativize(PLUGIN).toString();
    return contents.entrySet().stream()
        .filter(each -> each.getValue().equals(plugin))
        .map(each -> each.getKey().name());
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void readJar(Path file, String place) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      eachFile(
          in,
          (name, bytes) -> {
            contents.putIfAbsent(content(name, bytes), place);
            if (name.endsWith(".jar")) {
              jars.put(sha256(bytes), place);
            }
          });
    }
  }

  private static Content content(String name, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return new Content(name, sum.getValue());
  }

  private interface Reader {
    void read(String name, byte[] bytes);
  }

  private static void eachFile(InputStream jar, Reader reader) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(jar)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          reader.read(entry.getName(), zip.readAllBytes());
        }
      }
    }
  }
}
