package nl.meldcode.domain.entry;

/** What an advice talk with Veilig Thuis goes through, in the order of S4.11-01 to S4.11-13. */
public enum AdviceTopic {
  EARLIER_ACTIONS,
  NATURE_AND_SEVERITY,
  ASKER_INVOLVEMENT,
  MINORS_INVOLVED,
  HOW_TO_CLARIFY,
  HOW_TO_DISCUSS,
  HOW_TO_ACT,
  SUPPORT_IN_ACTING,
  LOCAL_EXPERTS,
  SUPPORT_WITH_LOCAL_EXPERTS,
  FOLLOW_UP_TALK,
  DIVISION_OF_RESPONSIBILITIES,
  REGISTRATION
}
