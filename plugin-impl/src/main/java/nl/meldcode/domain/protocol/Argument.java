package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.StaffId;

/** What fills a placeholder of a message, in order. Names are looked up where it is shown. */
public sealed interface Argument {
  /** A guardian, shown as relation or name ("vader"), or the pupil. */
  record Person(PersonId id) implements Argument {}

  /** A member of staff, shown by name. */
  record Staff(StaffId id) implements Argument {}

  /** A date, shown as "dinsdag 3 maart". */
  record Day(LocalDate date) implements Argument {}

  /** A word of the texts, by its key. */
  record Word(String key) implements Argument {}

  /** A number. */
  record Count(long value) implements Argument {}
}
