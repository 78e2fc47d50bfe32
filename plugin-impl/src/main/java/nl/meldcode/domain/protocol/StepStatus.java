package nl.meldcode.domain.protocol;

/** Where a step stands, in the words of the step line. */
public enum StepStatus {
  /** Complete. */
  DONE,
  /** Somebody works on it. */
  DOING,
  /** Something is asked now. */
  MISSING,
  /** The date of something in it has passed. */
  LATE,
  /** Left out on a stated ground (S3.12). */
  REASON,
  /** Complete, but in another order than advised. */
  AFTER,
  /** Not asked yet. */
  LATER
}
