package nl.meldcode.application.health;

import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;

/** Writes something to the database, and reads it; what the disk refused is tried anew first. */
public final class DatabaseCheck implements Check {
  private final Runnable mend;
  private final Runnable writeAndRead;

  /**
   * Takes what it does.
   *
   * @param mend goes on after the disk failed; throws StoreUnavailable while it still does, and
   *     Tampered when something is not what it was
   * @param writeAndRead throws StoreUnavailable or Tampered when it cannot
   */
  public DatabaseCheck(Runnable mend, Runnable writeAndRead) {
    this.mend = mend;
    this.writeAndRead = writeAndRead;
  }

  @Override
  public Health look() {
    String failure = "read-only";
    try {
      mend.run();
      failure = "failed";
      writeAndRead.run();
      return Health.ok(Part.DATABASE);
    } catch (StoreUnavailable e) {
      return Health.critical(
          Part.DATABASE,
          switch (e.why()) {
            case NO_ROOM -> "full";
            case FAILED -> failure;
          });
    } catch (Tampered e) {
      return Health.critical(Part.DATABASE, "altered");
    }
  }
}
