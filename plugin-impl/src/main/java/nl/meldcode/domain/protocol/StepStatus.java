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
  /** Not complete; what is missing was accepted with a reason at closing (O10). */
  ACCEPTED,
  /** Complete, but in another order than advised. */
  AFTER,
  /** Not asked yet. */
  LATER
}
