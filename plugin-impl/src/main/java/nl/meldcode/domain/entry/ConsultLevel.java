package nl.meldcode.domain.entry;

/** Levels of consultation; a higher one satisfies a lower one (S2.5 to S2.7). */
public enum ConsultLevel {
  PEER,
  EXPERT_ADVICE,
  CASE_CONFERENCE;

  /** The level that the protocol asks for; the highest cell of the table of domain A.3 wins. */
  public static ConsultLevel required(Frequency frequency, Seriousness seriousness, boolean group) {
    if (group
        || frequency == Frequency.FREQUENT
        || seriousness == Seriousness.SERIOUS_AND_HARMFUL) {
      return CASE_CONFERENCE;
    }
    boolean ordinary = frequency == Frequency.INCIDENTAL && seriousness == Seriousness.NOT_STRIKING;
    return ordinary ? PEER : EXPERT_ADVICE;
  }

  /** Whether a consultation at this level satisfies what was asked. */
  public boolean satisfies(ConsultLevel required) {
    return compareTo(required) >= 0;
  }
}
