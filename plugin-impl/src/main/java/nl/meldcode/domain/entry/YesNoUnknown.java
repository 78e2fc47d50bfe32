package nl.meldcode.domain.entry;

/** An answer that may honestly be "we do not know". */
public enum YesNoUnknown {
  YES,
  NO,
  UNKNOWN
}
