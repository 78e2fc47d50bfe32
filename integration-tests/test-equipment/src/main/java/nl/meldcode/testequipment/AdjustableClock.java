package nl.meldcode.testequipment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Runs like any clock, from any moment; how far it is off survives the process. Thread-safe. */
final class AdjustableClock extends Clock {
  private final Clock real;
  private final Path memory;
  private final AtomicReference<Duration> offset;

  /** Goes on as {@code memory} says, or from {@code start}. */
  AdjustableClock(Clock real, Path memory, Instant start) throws IOException {
    this.real = real;
    this.memory = memory;
    this.offset =
        new AtomicReference<>(
            Files.exists(memory)
                ? Duration.parse(Files.readString(memory, UTF_8))
                : Duration.between(real.instant(), start));
  }

  /** Sets the clock to this moment; it runs on from there. */
  void set(Instant moment) throws IOException {
    Duration wanted = Duration.between(real.instant(), moment);
    Files.writeString(memory, wanted.toString(), UTF_8);
    offset.set(wanted);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    AdjustableClock outer = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return outer.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return outer.withZone(other);
      }
    };
  }
}
