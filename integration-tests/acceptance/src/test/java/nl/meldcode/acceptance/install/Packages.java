package nl.meldcode.acceptance.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.meldcode.acceptance.kit.StartCommand;

/** What {@code bundle/pack} makes. */
final class Packages {
  private final Path folder;

  /** Packs into this folder. */
  Packages(Path folder) {
    this.folder = folder;
    try (StartCommand pack = new StartCommand(List.of("bundle/pack", folder.toString()))) {
      if (pack.exitCode() != 0) {
        throw new AssertionError(pack.output());
      }
    }
  }

  /** For Apache Karaf. */
  Path kar() throws IOException {
    return ending(".kar");
  }

  /** For a Felix with File Install. */
  Path fileInstall() throws IOException {
    return ending("-fileinstall.zip");
  }

  /** The one that runs by itself. */
  Path standAlone() throws IOException {
    return ending(".tar.gz");
  }

  List<Path> all() throws IOException {
    return List.of(kar(), fileInstall(), standAlone());
  }

  private Path ending(String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  /** Unpacks a zip. */
  static void unzip(Path zip, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = to.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(entries, file);
      }
    }
  }

  /** Unpacks a tar.gz, without the folder that all of it is in. */
  static void untar(Path tar, Path to) throws IOException {
    Files.createDirectories(to);
    List<String> words =
        List.of("tar", "-xzf", tar.toString(), "-C", to.toString(), "--strip-components=1");
    try (StartCommand unpack = new StartCommand(words)) {
      if (unpack.exitCode() != 0) {
        throw new AssertionError(unpack.output());
      }
    }
  }
}
