package nl.meldcode.domain.dossier;

/** Where a dossier stands; derived, the first that holds. */
public enum DossierState {
  CLOSED,
  /** An emergency action without management's answer. */
  EMERGENCY,
  /** A report to Veilig Thuis without its conclusion. */
  REPORTED,
  /** Veilig Thuis concluded, or help is running after a decision. */
  MONITORING,
  DECIDED,
  OPEN,
  /** A signal log: nothing is asked yet. */
  SIGNALS
}
