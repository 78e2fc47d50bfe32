package nl.meldcode.domain.family;

/** Whether a guardian has parental authority. Unknown is an answer, never a guess. */
public enum Authority {
  YES,
  NO,
  UNKNOWN
}
