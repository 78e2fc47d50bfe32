package nl.meldcode.domain.protocol;

/** How heavy a finding is (A.12, 17 and 20). */
public enum Severity {
  /** Refuses one act: closing while something is missing that nobody accepted. */
  BLOCK,
  /** The step is not complete. */
  MISSING,
  /** A hint; never stands in the way of "complete". */
  ADVICE
}
