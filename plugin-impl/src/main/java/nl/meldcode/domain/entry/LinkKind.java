package nl.meldcode.domain.entry;

/** Why two dossiers belong together (A.10). */
public enum LinkKind {
  /** The host made one of two registrations of a child: a person decides whether they are one. */
  SAME_PUPIL,
  /** A registered household, or a guardian of a family, in common. */
  SAME_HOUSEHOLD,
  /** Both carry an incident, or one names the other pupil as involved. */
  SAME_INCIDENT,
  /** The same pupil had a dossier before. */
  EARLIER_CASE,
  /** An address in common, or a guardian of many: a person decides. */
  POSSIBLE_MATCH;

  /** Whether it counts only once a person has confirmed it. */
  public boolean isProposed() {
    return this == POSSIBLE_MATCH || this == SAME_PUPIL;
  }

  /** Whether it rests on what the host says, so that it cannot be judged without the host. */
  public boolean restsOnHost() {
    return this == SAME_HOUSEHOLD || isProposed();
  }
}
