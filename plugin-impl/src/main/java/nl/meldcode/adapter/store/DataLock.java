package nl.meldcode.adapter.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nl.meldcode.application.port.StartRefused;
import org.jspecify.annotations.Nullable;

/** One process at a time works on a data directory; the system releases the lock on any end. */
public final class DataLock implements Closeable {
  private final FileChannel channel;

  /**
   * Takes the lock.
   *
   * @throws StartRefused when another process has it
   */
  public DataLock(Path file) {
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StartRefused("this data directory is in use by another process");
      }
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
