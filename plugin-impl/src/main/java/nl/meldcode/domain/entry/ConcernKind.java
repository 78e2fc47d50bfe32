package nl.meldcode.domain.entry;

/** What the concern is about (S0.4, with domestic violence from the law's own title). */
public enum ConcernKind {
  SOCIAL_EXCLUSION,
  AGGRESSION,
  SEXUAL_BOUNDARY_CROSSING,
  CHILD_ABUSE,
  DOMESTIC_VIOLENCE;

  /**
   * Whether it is about behaviour between children, for which flags and criteria are asked (A.12,
   * 11).
   */
  public boolean isBehaviour() {
    return switch (this) {
      case SOCIAL_EXCLUSION, AGGRESSION, SEXUAL_BOUNDARY_CROSSING -> true;
      case CHILD_ABUSE, DOMESTIC_VIOLENCE -> false;
    };
  }
}
