package nl.meldcode.adapter.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import nl.meldcode.application.port.StartRefused;
import org.jspecify.annotations.Nullable;

/** One process at a time works on a data directory; the system releases the lock on any end. */
public final class DataLock implements Closeable {
  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, and makes the folder it lies in; empty when another process has it.
   *
   * @throws StartRefused when the file cannot be locked, whoever has it
   */
  public static Optional<DataLock> take(Path file) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean taken = false;
      try {
        taken = lock(channel) != null;
      } finally {
        if (!taken) {
          channel.close();
        }
      }
      return taken ? Optional.of(new DataLock(channel)) : Optional.empty();
    } catch (IOException e) {
      throw new StartRefused("cannot lock " + file, e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
