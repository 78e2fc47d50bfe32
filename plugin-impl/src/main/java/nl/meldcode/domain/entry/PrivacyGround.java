package nl.meldcode.domain.entry;

/** Why something is not shown to who asks for it (UAVG art. 41(1)); each is motivated (C.4). */
public enum PrivacyGround {
  /** It would harm the pupil. */
  PROTECTION_OF_PUPIL,
  /** It is about somebody else, such as another pupil. */
  RIGHTS_OF_OTHERS,
  /** It tells who told it, and that person must be protected. */
  PROTECTION_OF_INFORMANT,
  /** It would disturb an investigation of criminal offences. */
  CRIMINAL_INVESTIGATION
}
