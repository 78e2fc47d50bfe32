package nl.meldcode.domain.linking;

/** Where a link stands. */
public enum LinkState {
  /** A person has to decide. */
  PROPOSED,
  /** It counts: by itself, or by somebody's decision. */
  CONFIRMED,
  /** What it rested on is no longer so; shown until somebody removes it. */
  ENDED,
  /** Somebody removed it, with a reason. */
  REMOVED
}
