package nl.meldcode.application.port;

import nl.meldcode.domain.school.SchoolLists;

/** The JSON form of a school's lists. */
public interface ListsJson {
  /** As they are kept. */
  byte[] write(SchoolLists lists);

  /**
   * Reads what was kept.
   *
   * @throws Tampered when it cannot be read
   */
  SchoolLists stored(byte[] kept);
}
