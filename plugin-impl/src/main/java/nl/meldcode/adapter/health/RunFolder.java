package nl.meldcode.adapter.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nl.meldcode.files.PrivateFiles;

/**
 * The folder {@code run} of the data directory, where its owner asks with a file and finds the
 * answers beside it.
 */
record RunFolder(Path folder) {
  static RunFolder in(Path data) {
    return new RunFolder(data.resolve("run"));
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  /** Whole or not at all, and for its owner alone. */
  void write(String name, String text) throws IOException {
    Path made = folder.resolve(name + ".new");
    Files.deleteIfExists(made);
    PrivateFiles.make(made);
    Files.writeString(made, text, UTF_8);
    Files.move(
        made,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
