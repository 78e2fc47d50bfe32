package nl.meldcode.domain.access;

/** The roles of staff that rights are given to (domain 0, role codes). */
public enum Role {
  /** Leerkracht. */
  LK,
  /** Gedragsspecialist. */
  GS,
  /** Intern begeleider. */
  IB,
  /** Aandachtsfunctionaris. */
  AF,
  /** Directie. */
  DIR,
  /** Applicatiebeheer: never content. */
  ADM,
  /** Bevoegd gezag. */
  BOARD,
  /** Functionaris gegevensbescherming. */
  FG,
  /** IB, AF or head of another school of the board, who stands in (A.12, 5); never from a host. */
  STAND_IN
}
