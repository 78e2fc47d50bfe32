package nl.meldcode.adapter.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.AccessHistory;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;

/** Reads the access log from its first line to its last, checking the chain on the way. */
public final class AccessReader implements AccessHistory {
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
    return read(school -> true, reader);
  }

  @Override
  public List<Event> newest(Set<SchoolId> schools, Predicate<Event> wanted, int most) {
    Deque<Event> found = new ArrayDeque<>();
    try {
      read(
          schools::contains,
          event -> {
            if (wanted.test(event)) {
              found.addFirst(event);
            }
            if (found.size() > most) {
              found.removeLast();
            }
          });
    } catch (UncheckedIOException e) {
      throw new StoreUnavailable("access log", e);
    }
    return List.copyOf(found);
  }

  /** The chain is checked over all lines; what is sealed is opened for these schools only. */
  private long read(Predicate<SchoolId> whose, Consumer<Event> reader) {
    return lines(
        folder,
        (before, line) -> {
          if (whose.test(line.school())) {
            byte[] clear = LogLine.clear(before, line.number(), line.school());
            reader.accept(form.read(vault.open(line.school(), clear, line.bytes())));
          }
        });
  }

  /**
   * Checks a copy of a log without its keys: that every line follows the one before it (A03).
   *
   * @param reader gets the end of the log after each line
   * @param progress gets the number of bytes that were read
   * @return the number of lines
   * @throws Tampered naming the first line that is not what was written
   */
  public static long check(Path dataDir, Consumer<LogEnd> reader, LongConsumer progress) {
    AtomicLong bytes = new AtomicLong();
    return lines(
        folder(dataDir),
        (before, line) -> {
          reader.accept(new LogEnd(line.number(), line.hash()));
          progress.accept(bytes.addAndGet(line.text().length()));
        });
  }

  /** Number of bytes that there are to check. */
  public static long size(Path dataDir) {
    try {
      return Segments.files(folder(dataDir)).stream()
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException("access log", e);
    }
  }

  private static long lines(Path folder, BiConsumer<LogLine, LogLine> reader) {
    LogLine last = LogLine.beginning();
    try {
      for (Path file : Segments.files(folder)) {
        last = lines(file, last, reader);
      }
      return last.number();
    } catch (IOException e) {
      throw new UncheckedIOException("access log", e);
    }
  }

  static Path folder(Path dataDir) {
    return dataDir.resolve("plugin").resolve("access");
  }

  private static LogLine lines(Path file, LogLine before, BiConsumer<LogLine, LogLine> reader)
      throws IOException {
    LogLine last = before;
    long left = Segments.wholeLines(file);
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        left -= text.length() + 1L;
        if (left < 0) {
          break;
        }
        LogLine line = checked(text, last);
        reader.accept(last, line);
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
