package nl.meldcode.domain.dossier;

import nl.meldcode.domain.entry.Correction;
import nl.meldcode.domain.entry.Entry;

/**
 * What stood in an entry until it was put right.
 *
 * @param by the correction that replaced it
 */
public record Replaced(Entry before, Stated<Correction> by) {
  @Override
  public String toString() {
    return "Replaced[" + by + "]";
  }
}
