package nl.meldcode.domain.entry;

/** How often it was seen (S1.7b), from rare to constant. */
public enum Frequency {
  INCIDENTAL,
  REPEATED,
  FREQUENT
}
