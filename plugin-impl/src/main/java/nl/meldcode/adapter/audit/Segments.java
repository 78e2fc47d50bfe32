package nl.meldcode.adapter.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Monthly files of lines. Each write is on disk when it returns, or has left nothing behind. For
 * one thread at a time.
 */
final class Segments implements Closeable {
  private static final String END = ".log";

  /** Room that is taken ahead: a sync within it need not write the file's length as well. */
  private static final int ROOM = 256 * 1024;

  private final Path folder;
  private @Nullable FileChannel channel;
  private @Nullable YearMonth month;
  private LogLine last = LogLine.beginning();
  private long cut;
  private long syncs;

  /** Finds the end of the newest file, and cuts off a line that was not finished. */
  Segments(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    recover();
  }

  /** All files, oldest first. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(END)).sorted().toList();
    }
  }

  /** Number of bytes in whole lines. */
  static long wholeLines(Path file) throws IOException {
    try (FileChannel opened = FileChannel.open(file, StandardOpenOption.READ)) {
      return lineEnd(opened, used(opened));
    }
  }

  /** The last line that is on disk. */
  LogLine last() {
    return last;
  }

  /** Number of bytes of an unfinished line that were cut off at opening. */
  long cut() {
    return cut;
  }

  /** Number of syncs since opening. */
  long syncs() {
    return syncs;
  }

  /** Adds lines in one write and one sync. */
  void append(List<LogLine> lines, Instant now) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()));
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
    FileChannel file = of(YearMonth.from(now.atOffset(ZoneOffset.UTC)));
    long before = file.position();
    boolean written = false;
    try {
      takeRoom(file, before + bytes.remaining());
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(false);
      syncs++;
      written = true;
    } finally {
      if (!written) {
        file.truncate(before);
      }
    }
    last = lines.get(lines.size() - 1);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.truncate(channel.position());
      channel.close();
      channel = null;
    }
  }

  /**
   * Never goes back to an earlier month, whatever the clock says: the chain runs over the files.
   */
  private FileChannel of(YearMonth wanted) throws IOException {
    if (channel == null || month == null || wanted.isAfter(month)) {
      YearMonth next = month == null || wanted.isAfter(month) ? wanted : month;
      close();
      channel = open(folder.resolve(next + END));
      month = next;
    }
    return Objects.requireNonNull(channel);
  }

  private static FileChannel open(Path file) throws IOException {
    FileChannel opened =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    opened.position(used(opened));
    return opened;
  }

  private static void takeRoom(FileChannel file, long needed) throws IOException {
    if (needed > file.size()) {
      file.write(ByteBuffer.allocate((int) (needed + ROOM - file.size())), file.size());
    }
  }

  /** The place just after the last byte that is not empty room. */
  private static long used(FileChannel file) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(8 * 1024);
    long end = file.size();
    while (end > 0) {
      long start = Math.max(0, end - block.capacity());
      block.clear().limit((int) (end - start));
      file.read(block, start);
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) != 0) {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }

  private void recover() throws IOException {
    List<Path> files = files(folder);
    for (Path file : files) {
      month = YearMonth.parse(file.getFileName().toString().replace(END, ""));
    }
    for (int i = files.size() - 1; i >= 0 && last.number() == 0; i--) {
      readEnd(files.get(i), i == files.size() - 1);
    }
  }

  private void readEnd(Path file, boolean newest) throws IOException {
    try (FileChannel opened = open(file)) {
      long used = used(opened);
      long end = lineEnd(opened, used);
      if (newest && end < used) {
        cut = used - end;
        opened.truncate(end).force(true);
      }
      if (end > 0) {
        long start = lineEnd(opened, end - 1);
        ByteBuffer line = ByteBuffer.allocate((int) (end - 1 - start));
        opened.read(line, start);
        last = LogLine.of(new String(line.array(), UTF_8));
      }
    }
  }

  /** The place just after the last line end before {@code from}. */
  private static long lineEnd(FileChannel file, long from) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long at = from;
    while (at > 0) {
      one.clear();
      file.read(one, at - 1);
      if (one.get(0) == '\n') {
        break;
      }
      at--;
    }
    return at;
  }
}
