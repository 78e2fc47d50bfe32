package nl.meldcode.application.port;

import java.util.ArrayList;
import java.util.List;

/** Access log in memory; can be told to fail, as when its disk is full. */
public final class MemoryAccessLog implements AccessLog {
  private final List<Event> events = new ArrayList<>();
  private boolean broken;

  /** From now on nothing can be written. */
  public synchronized void breakDown() {
    broken = true;
  }

  /** What was written, in order. */
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  @Override
  public synchronized void write(Event event) {
    if (broken) {
      throw new StoreUnavailable("access log", new IllegalStateException("broken by the test"));
    }
    events.add(event);
  }
}
