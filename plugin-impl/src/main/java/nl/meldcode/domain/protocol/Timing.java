package nl.meldcode.domain.protocol;

/** When a finding is asked for, on the day of looking. */
public enum Timing {
  /** It is asked now. */
  NOW,
  /** The date has passed. */
  LATE,
  /** Its step was not reached, or its day has not come: show it quietly. */
  UPCOMING
}
