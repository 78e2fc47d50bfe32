package nl.meldcode.application.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.meldcode.api.SchoolId;

/** Access log in memory; can be told to fail, as when its disk is full. */
public final class MemoryAccessLog implements AccessLog, AccessHistory {
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
  public synchronized List<Event> newest(Set<SchoolId> schools, Predicate<Event> wanted, int most) {
    List<Event> found = new ArrayList<>();
    for (int i = events.size() - 1; i >= 0 && found.size() < most; i--) {
      if (schools.contains(events.get(i).school()) && wanted.test(events.get(i))) {
        found.add(events.get(i));
      }
    }
    return found;
  }

  @Override
  public synchronized void write(Event event) {
    if (broken) {
      throw new StoreUnavailable("access log", new IllegalStateException("broken by the test"));
    }
    events.add(event);
  }
}
