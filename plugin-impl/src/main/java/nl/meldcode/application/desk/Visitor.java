package nl.meldcode.application.desk;

import java.util.Locale;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Roster.SchoolStaff;
import nl.meldcode.domain.access.Person;

/** A member of staff at a school, for what is about no pupil. */
public record Visitor(Person person, SchoolId school, SchoolStaff staff, Locale locale) {
  @Override
  public String toString() {
    return "Visitor[" + person.id() + "]";
  }
}
