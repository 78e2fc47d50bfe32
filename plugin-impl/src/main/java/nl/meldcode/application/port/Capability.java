package nl.meldcode.application.port;

import java.util.Locale;

/**
 * Something that a host may be able to do or say. What is off has two texts: {@code
 * capability.NAME.off}, what does not work then, and {@code capability.NAME.instead}, what the
 * school does.
 */
public enum Capability {
  /** Tells by itself what changed (Host Connect 6.5). */
  EVENTS,
  /** Takes reports on the pupil's record (Host Connect 6.3). */
  DOCUMENTS,
  /** Takes the guardians' answers on the pupil's record (Host Connect 6.4). */
  ACKNOWLEDGEMENTS,
  /** Shows a report to parents only once it is told to (Host Connect 6.3). */
  PARENT_PORTAL,
  /** Does what is sent twice only once. */
  IDEMPOTENCY,
  /** Refuses a change of what somebody else changed meanwhile. */
  OPTIMISTIC_LOCKING,
  /** Says who a pupil's guardians are. */
  GUARDIANS,
  /** Says what a guardian is to the pupil: mother, father, foster parent and so on. */
  RELATION_KINDS,
  /** Says who has parental authority. */
  PARENTAL_AUTHORITY,
  /** Says who live together. */
  HOUSEHOLDS,
  /** Says that an address, telephone number or person is to be kept secret. */
  SECRECY,
  /** Says that two records of a pupil became one. */
  MERGE,
  /** Says when the school is closed. */
  CALENDAR,
  /** Says what it holds about a pupil itself: notes, absence, results of instruments. */
  OBSERVATIONS;

  /** Key of the text that says in plain words what does not work when this is off. */
  public String off() {
    return key("off");
  }

  /** Key of the text that says what the school does instead. */
  public String instead() {
    return key("instead");
  }

  private String key(String part) {
    return "capability." + name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part;
  }
}
