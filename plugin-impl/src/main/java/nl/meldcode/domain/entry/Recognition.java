package nl.meldcode.domain.entry;

/** Whether parents recognise the signals (S3.10d). */
public enum Recognition {
  YES,
  PARTLY,
  NO
}
