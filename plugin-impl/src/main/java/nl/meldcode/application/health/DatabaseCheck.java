package nl.meldcode.application.health;

import java.util.function.BooleanSupplier;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;

/** Writes something to the database, and reads it. */
public final class DatabaseCheck implements Check {
  private final BooleanSupplier writable;
  private final Runnable writeAndRead;

  /**
   * Takes what it does.
   *
   * @param writable false after the disk failed
   * @param writeAndRead throws StoreUnavailable or Tampered when it cannot
   */
  public DatabaseCheck(BooleanSupplier writable, Runnable writeAndRead) {
    this.writable = writable;
    this.writeAndRead = writeAndRead;
  }

  @Override
  public Health look() {
    if (!writable.getAsBoolean()) {
      return Health.critical(Part.DATABASE, "read-only");
    }
    try {
      writeAndRead.run();
      return Health.ok(Part.DATABASE);
    } catch (StoreUnavailable e) {
      return Health.critical(Part.DATABASE, "failed");
    } catch (Tampered e) {
      return Health.critical(Part.DATABASE, "altered");
    }
  }
}
