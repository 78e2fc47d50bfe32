package nl.meldcode.domain.entry;

/** What Veilig Thuis let the school know; not told is an answer, too (S6.6; A.12, 13). */
public enum Told {
  YES,
  NO,
  NOT_TOLD
}
