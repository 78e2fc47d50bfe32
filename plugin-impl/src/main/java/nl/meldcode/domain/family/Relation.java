package nl.meldcode.domain.family;

/** What a guardian is to the pupil (Host Connect 6.1, relations). */
public enum Relation {
  MOTHER,
  FATHER,
  GUARDIAN,
  FOSTER_PARENT,
  FAMILY_GUARDIAN,
  OTHER
}
