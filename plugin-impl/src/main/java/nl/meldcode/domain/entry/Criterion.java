package nl.meldcode.domain.entry;

/**
 * The criteria of behaviour, five for one pupil and six for a group (S4.5). Which answer is a
 * concern differs per criterion.
 */
public enum Criterion {
  I1(YesNoUnknown.NO, false),
  I2(YesNoUnknown.YES, false),
  I3(YesNoUnknown.NO, false),
  I4(YesNoUnknown.YES, false),
  I5(YesNoUnknown.YES, false),
  G1(YesNoUnknown.NO, true),
  G2(YesNoUnknown.NO, false),
  G3(YesNoUnknown.NO, true),
  G4(YesNoUnknown.NO, true),
  G5(YesNoUnknown.YES, false),
  G6(YesNoUnknown.YES, false);

  private final YesNoUnknown concern;
  private final boolean perPupil;

  Criterion(YesNoUnknown concern, boolean perPupil) {
    this.concern = concern;
    this.perPupil = perPupil;
  }

  /** Whether this answer is something to attend to. */
  public boolean isConcern(YesNoUnknown answer) {
    return answer == concern;
  }

  /** Whether every pupil needs an own answer ("elk"). */
  public boolean perPupil() {
    return perPupil;
  }

  /** Whether it is asked of a group, not of one pupil. */
  public boolean ofGroup() {
    return name().startsWith("G");
  }
}
