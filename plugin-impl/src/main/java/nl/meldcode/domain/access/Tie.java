package nl.meldcode.domain.access;

/** One way in which somebody stands to a pupil's dossier, or that dossier to everybody. */
public enum Tie {
  /** Works at the school of the dossier. */
  SAME_SCHOOL,
  /** Teaches a group that the pupil is in now. */
  TEACHES,
  /** Took part in a consultation of this dossier. */
  PARTICIPANT,
  /** Opened it, is its coach or was added to the team. */
  TEAM_MEMBER,
  /** IB or head added the person to the team (A.12, 4). */
  ADDED,
  /** The head named the person for what Veilig Thuis tells of the family (A.12, 4). */
  NAMED,
  /** A conflict of interest was recorded: it beats every role (A.12, 2). */
  CONFLICT,
  /** The person opened this dossier with emergency access that lasts (A.12, 5). */
  EMERGENCY,
  /** Somebody at the school holds the role AF. */
  SCHOOL_HAS_AF,
  /** The dossier was closed more than 30 days ago (A.12, 24). */
  LONG_CLOSED
}
