package nl.meldcode.domain.dossier;

import nl.meldcode.domain.entry.Entry;

/** An entry of a known kind together with its envelope. */
public record Stated<T extends Entry>(Recorded recorded, T entry) {
  @Override
  public String toString() {
    return "Stated[" + recorded + "]";
  }
}
