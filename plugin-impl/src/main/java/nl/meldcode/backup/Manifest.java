package nl.meldcode.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.progress.Progress;

/**
 * What a backup consists of. It is written last, so that a folder without one is no backup. It
 * names no school.
 *
 * @param begunAt everything acknowledged before is in it
 * @param takenAt when it was written and checked
 */
record Manifest(int format, Kind kind, String begunAt, String takenAt, List<Part> files) {
  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  /** Of the manifest itself, as sha256sum writes and checks it. */
  static final String DIGEST = "manifest.sha256";

  private static final JsonMapper JSON = new JsonMapper();

  Manifest {
    files = List.copyOf(files);
  }

  /** One file, its path from the backup with slashes. */
  record Part(String path, long bytes, String sha256) {}

  /** Describes what lies in a folder, reading it back. */
  static Manifest of(Path folder, Kind kind, Instant begunAt, Instant takenAt, Progress progress)
      throws IOException {
    List<Path> files = files(folder);
    Reading reading = new Reading(progress, files);
    List<Part> parts = new ArrayList<>();
    for (Path file : files) {
      parts.add(new Part(path(folder, file), Files.size(file), reading.sha256(file)));
    }
    return new Manifest(FORMAT, kind, begunAt.toString(), takenAt.toString(), parts);
  }

  void write(Path folder) throws IOException {
    byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    Files.write(PrivateFiles.make(folder.resolve(DIGEST)), line(json).getBytes(UTF_8));
    Files.write(PrivateFiles.make(folder.resolve(NAME)), json);
  }

  /**
   * Reads the manifest of a backup.
   *
   * @throws BackupRefused when there is none, it is damaged, or of a newer version of this program
   */
  static Manifest read(Path folder) {
    try {
      if (!Files.isRegularFile(folder.resolve(NAME))) {
        throw new BackupRefused(folder + " is no backup: it holds no " + NAME);
      }
      byte[] json = Files.readAllBytes(folder.resolve(NAME));
      if (!Files.readString(folder.resolve(DIGEST)).equals(line(json))) {
        throw new BackupRefused(folder + " is damaged: " + NAME + " is not what was written");
      }
      JsonNode node = JSON.readTree(json);
      int format = node.path("format").asInt();
      if (format > FORMAT) {
        throw new BackupRefused(
            "%s was made by a newer version of this program (format %d, this one reads %d): restore it with that version"
                .formatted(folder, format, FORMAT));
      }
      return JSON.treeToValue(node, Manifest.class);
    } catch (IOException | IllegalArgumentException e) {
      throw new BackupRefused(folder + " is damaged: its " + NAME + " cannot be read", e);
    }
  }

  /**
   * Holds a folder against this manifest.
   *
   * @throws BackupRefused naming the first file that is not what was written
   */
  void check(Path folder, Progress progress) {
    try {
      List<Path> found = files(folder);
      TreeSet<String> unknown =
          found.stream()
              .map(file -> path(folder, file))
              .collect(Collectors.toCollection(TreeSet::new));
      Reading reading = new Reading(progress, found);
      for (Part part : files) {
        Path file = folder.resolve(part.path());
        if (!unknown.remove(part.path())) {
          throw new BackupRefused(folder + " is damaged: it lacks " + part.path());
        }
        if (Files.size(file) != part.bytes() || !reading.sha256(file).equals(part.sha256())) {
          throw new BackupRefused(
              folder + " is damaged: " + part.path() + " is not what was written");
        }
      }
      if (!unknown.isEmpty()) {
        throw new BackupRefused(folder + " holds what was not written: " + unknown.first());
      }
    } catch (IOException e) {
      throw new BackupRefused("cannot read " + folder, e);
    }
  }

  /** Reads files from beginning to end. */
  private static final class Reading {
    private final LongConsumer progress;
    private long done;

    Reading(Progress progress, List<Path> files) {
      progress.begin("files", files.stream().mapToLong(file -> file.toFile().length()).sum());
      this.progress = progress::at;
    }

    String sha256(Path file) throws IOException {
      MessageDigest digest = newDigest();
      byte[] block = new byte[64 * 1024];
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          digest.update(block, 0, read);
          done += read;
          progress.accept(done);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  private static String line(byte[] json) {
    return HexFormat.of().formatHex(newDigest().digest(json)) + "  " + NAME + "\n";
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String path(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Everything but the manifest, whatever it is; a link is not followed. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(one -> !Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS))
          .filter(one -> !List.of(NAME, DIGEST).contains(path(folder, one)))
          .sorted()
          .toList();
    }
  }
}
