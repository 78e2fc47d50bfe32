package nl.meldcode.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of lines that somebody adds to meanwhile: what stands behind the last end of a line, a
 * line in the making or room taken ahead, is none yet.
 */
public final class WholeLines {
  private static final int BLOCK = 64 * 1024;

  private WholeLines() {}

  /** Number of bytes in whole lines. */
  public static long length(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return length(channel);
    }
  }

  /** Adds the whole lines from that place on to another file, and gives where they end. */
  public static long copy(Path file, long from, Path to) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel out = FileChannel.open(to, StandardOpenOption.APPEND)) {
      long end = length(in);
      long at = from;
      while (at < end) {
        at += in.transferTo(at, end - at, out);
      }
      return end;
    }
  }

  private static long length(FileChannel file) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long end = file.size();
    while (end > 0) {
      long start = Math.max(0, end - BLOCK);
      block.clear().limit((int) (end - start));
      int read = file.read(block, start);
      for (int i = read - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }
}
