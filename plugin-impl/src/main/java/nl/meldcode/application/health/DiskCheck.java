package nl.meldcode.application.health;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Whether there is room on each disk that is written to. */
public final class DiskCheck implements Check {
  private static final long MIB = 1024L * 1024;
  private final List<Supplier<OptionalLong>> free;
  private final LongSupplier warn;
  private final LongSupplier critical;

  /**
   * Takes the disks.
   *
   * @param free the bytes that are free on each; empty when that cannot be known
   * @param warn below this many bytes somebody has to look
   * @param critical below this many it goes wrong soon
   */
  public DiskCheck(List<Supplier<OptionalLong>> free, LongSupplier warn, LongSupplier critical) {
    this.free = List.copyOf(free);
    this.warn = warn;
    this.critical = critical;
  }

  @Override
  public Health look() {
    long least = Long.MAX_VALUE;
    boolean unknown = false;
    for (Supplier<OptionalLong> disk : free) {
      OptionalLong bytes = disk.get();
      unknown |= bytes.isEmpty();
      least = Math.min(least, bytes.orElse(Long.MAX_VALUE));
    }
    String mebibytes = Long.toString(least / MIB);
    if (least < critical.getAsLong()) {
      return Health.critical(Part.DISK, "full", mebibytes);
    }
    if (unknown) {
      return Health.warn(Part.DISK, "unknown");
    }
    return least < warn.getAsLong()
        ? Health.warn(Part.DISK, "full", mebibytes)
        : Health.ok(Part.DISK, mebibytes);
  }
}
