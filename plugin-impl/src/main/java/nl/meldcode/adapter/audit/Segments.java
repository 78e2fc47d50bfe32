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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Monthly files of lines. Each write is on disk when it returns, or has left nothing behind. For
 * one thread at a time.
 */
final class Segments implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Segments.class);
  private static final String END = ".log";

  /**
   * Room that is taken ahead, some thousands of lines: a sync within it need not write the file's
   * length as well, and who only reads can go on for a while when the disk is full (R07).
   */
  private static final int ROOM = 2 * 1024 * 1024;

  /** With less than this left more is taken. */
  private static final int LEAST_ROOM = ROOM / 2;

  private final Path folder;
  private @Nullable FileChannel channel;
  private @Nullable YearMonth month;
  private LogLine last = LogLine.beginning();
  private long end;
  private boolean failed;
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

  /** Opens anew what failed, if anything did, and sees whether the disk syncs it. */
  void mend(Instant now) throws IOException {
    if (failed) {
      FileChannel file = of(YearMonth.from(now.atOffset(ZoneOffset.UTC)));
      takeRoomIfThereIs(file, file.position());
      file.force(false);
    }
  }

  /** Adds lines in one write and one sync. */
  void append(List<LogLine> lines, Instant now) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()));
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
    FileChannel file = of(YearMonth.from(now.atOffset(ZoneOffset.UTC)));
    end = file.position();
    failed = true;
    try {
      takeRoomIfThereIs(file, end + bytes.remaining());
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(false);
      syncs++;
      failed = false;
    } finally {
      if (failed) {
        letGo();
      }
    }
    last = lines.get(lines.size() - 1);
  }

  /** What was written and not synced may be on disk or not; the next who comes takes it away. */
  private void letGo() throws IOException {
    FileChannel file = Objects.requireNonNull(channel);
    channel = null;
    file.close();
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
    if (failed && month != null) {
      if (channel == null) {
        channel = open(folder.resolve(month + END));
      }
      takeBack(channel);
      failed = false;
    }
    if (channel == null || month == null || wanted.isAfter(month)) {
      turnTo(month == null || wanted.isAfter(month) ? wanted : month);
    }
    return Objects.requireNonNull(channel);
  }

  /** A month begins in the file of the one before as long as there is no room for its own. */
  private void turnTo(YearMonth next) throws IOException {
    Path path = folder.resolve(next + END);
    FileChannel file = open(path);
    if (channel != null && !takeRoomIfThereIs(file, LEAST_ROOM)) {
      file.close();
      Files.delete(path);
      return;
    }
    close();
    channel = file;
    month = next;
  }

  /** Leaves the room that was taken ahead, which may be all that there is. */
  private void takeBack(FileChannel file) throws IOException {
    byte[] line = last.text().getBytes(UTF_8);
    ByteBuffer there = ByteBuffer.allocate(end == 0 ? 0 : line.length);
    file.read(there, end - there.capacity());
    if (end > 0 && !Arrays.equals(line, there.array())) {
      throw new IOException("the access log does not end as it did");
    }
    long used = used(file);
    if (used > end) {
      file.write(ByteBuffer.allocate((int) (used - end)), end);
      file.force(false);
    }
    file.position(end);
  }

  private static FileChannel open(Path file) throws IOException {
    FileChannel opened =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    opened.position(used(opened));
    return opened;
  }

  /** Whether there is enough for a while after that many bytes; if not, all may still fit. */
  private static boolean takeRoomIfThereIs(FileChannel file, long needed) throws IOException {
    long size = file.size();
    boolean taken = false;
    try {
      takeRoom(file, needed);
      taken = true;
    } catch (IOException e) {
      LOG.warn("no room for the access log could be taken ahead", e);
    } finally {
      if (!taken) {
        file.truncate(size);
      }
    }
    return taken;
  }

  private static void takeRoom(FileChannel file, long needed) throws IOException {
    if (needed + LEAST_ROOM > file.size()) {
      ByteBuffer room = ByteBuffer.allocate((int) (needed + ROOM - file.size()));
      long from = file.size();
      while (room.hasRemaining()) {
        file.write(room, from + room.position());
      }
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
