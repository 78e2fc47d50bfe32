package nl.meldcode.domain.entry;

/** Whether a guardian accepts the help that was offered (S3.11). */
public enum Acceptance {
  YES,
  PARTLY,
  NO,
  NOT_YET
}
