package nl.meldcode.conformance;

/** How far a host reaches, each level on top of the one before. */
enum Level {
  /** The plugin's tabs stand on the pupil's page, and it knows who is who. */
  TABS,
  /** Reports and who took note of them stand on the pupil's record. */
  REPORTS,
  /** The plugin hears by itself what changes. */
  EVENTS
}
