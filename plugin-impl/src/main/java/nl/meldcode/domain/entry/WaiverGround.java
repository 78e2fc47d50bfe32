package nl.meldcode.domain.entry;

/** Why a step is left out (S3.12, B.6). */
public enum WaiverGround {
  SAFETY,
  URGENCY,
  SPECIAL_FORM
}
