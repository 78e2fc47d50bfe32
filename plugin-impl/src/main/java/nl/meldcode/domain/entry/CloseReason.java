package nl.meldcode.domain.entry;

/** Why a dossier is closed (O10). */
public enum CloseReason {
  NO_CONCERN,
  HELP_EFFECTIVE,
  REFUTED,
  NOT_CONFIRMED,
  MONITORING_ENDED,
  HANDED_OVER,
  PUPIL_LEFT,
  DUPLICATE
}
