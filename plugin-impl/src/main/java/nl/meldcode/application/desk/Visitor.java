package nl.meldcode.application.desk;

import java.util.Locale;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Roster.SchoolStaff;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.domain.access.Person;

/**
 * A member of staff at a school, for what is about no pupil.
 *
 * @param practises asks it from the page of a pupil who does not exist
 */
public record Visitor(
    Person person, SchoolId school, SchoolStaff staff, Locale locale, boolean practises) {
  /** Who asks it from anywhere else. */
  public Visitor(Person person, SchoolId school, SchoolStaff staff, Locale locale) {
    this(person, school, staff, locale, false);
  }

  /** The same person at work on a pupil of the school. */
  public Caller about(PupilId pupil, Surroundings around) {
    return new Caller(person, school, pupil, around, locale, null, SignIn.ORDINARY, false);
  }

  @Override
  public String toString() {
    return "Visitor[" + person.id() + "]";
  }
}
