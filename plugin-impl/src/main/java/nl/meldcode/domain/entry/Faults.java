package nl.meldcode.domain.entry;

import java.util.ArrayList;
import java.util.List;

/** Collects faults, so that all of them are named at once. Not safe for use by several threads. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  /** Adds a fault unless the claim holds. */
  public Faults require(boolean holds, String pointer, String code) {
    if (!holds) {
      found.add(new Fault(pointer, code));
    }
    return this;
  }

  /** What was found so far. */
  public List<Fault> list() {
    return List.copyOf(found);
  }
}
