package nl.meldcode.application.port;

import nl.meldcode.domain.dossier.Recorded;

/** What came of adding an entry. */
public sealed interface Appended {
  /** It is on disk. */
  record Done(Recorded recorded) implements Appended {}

  /** The same entry was added before under this key. */
  record Again(Recorded recorded) implements Appended {}

  /** Somebody added entries that the author had not read. */
  record Stale(long version) implements Appended {}

  /** The key was used before, for something else. */
  record OtherBody() implements Appended {}
}
