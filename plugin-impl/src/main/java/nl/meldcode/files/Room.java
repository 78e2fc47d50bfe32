package nl.meldcode.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.meldcode.application.port.StoreUnavailable;

/** Whether there is room left on a disk. */
public final class Room {
  /** With less than this many bytes one entry with its log of writes may not fit. */
  private static final long LEAST = 256 * 1024;

  private Room() {}

  /**
   * What was in the way of a write there. What the system says of it is not asked: it says so in
   * the language of the machine, and a file system that puts off its writes tells of a full disk as
   * a sync that failed.
   */
  public static StoreUnavailable.Why inTheWayAt(Path there) {
    return isGone(there) ? StoreUnavailable.Why.NO_ROOM : StoreUnavailable.Why.FAILED;
  }

  private static boolean isGone(Path there) {
    try {
      return Files.getFileStore(there).getUsableSpace() < LEAST;
    } catch (IOException e) {
      return false;
    }
  }
}
