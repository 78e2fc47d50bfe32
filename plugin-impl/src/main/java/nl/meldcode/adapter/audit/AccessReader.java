package nl.meldcode.adapter.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;

/** Reads the access log from its first line to its last, checking the chain on the way. */
public final class AccessReader {
  private final Path folder;
  private final Vault vault;
  private final EventForm form = new EventForm();

  /** Reads the log of a data directory. */
  public AccessReader(Path dataDir, Vault vault) {
    this.folder = folder(dataDir);
    this.vault = vault;
  }

  /**
   * Hands out every event, oldest first, and gives their number. An unfinished last line, which was
   * never acknowledged, is passed over.
   *
   * @throws Tampered naming the first line that is not what was written
   */
  public long read(Consumer<Event> reader) {
    LogLine last = LogLine.beginning();
    try {
      for (Path file : Segments.files(folder)) {
        last = read(file, last, reader);
      }
      return last.number();
    } catch (IOException e) {
      throw new UncheckedIOException("access log", e);
    }
  }

  static Path folder(Path dataDir) {
    return dataDir.resolve("plugin").resolve("access");
  }

  private LogLine read(Path file, LogLine before, Consumer<Event> reader) throws IOException {
    LogLine last = before;
    long left = Segments.wholeLines(file);
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        left -= text.length() + 1L;
        if (left < 0) {
          break;
        }
        LogLine line = checked(text, last);
        byte[] clear = LogLine.clear(last, line.number(), line.school());
        reader.accept(form.read(vault.open(line.school(), clear, line.bytes())));
        last = line;
      }
    }
    return last;
  }

  private static LogLine checked(String text, LogLine last) {
    LogLine line = LogLine.of(text);
    if (!line.follows(last)) {
      throw new Tampered("access log line " + (last.number() + 1));
    }
    return line;
  }
}
