package nl.meldcode.application.desk;

import java.util.Locale;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.domain.access.Person;

/** A member of staff at work in one context: one pupil at one school. */
public record Caller(
    Person person, SchoolId school, PupilId pupil, Surroundings around, Locale locale) {
  /** The same person at work on another pupil of the school. */
  public Caller about(PupilId other, Surroundings aroundOther) {
    return new Caller(person, school, other, aroundOther, locale);
  }

  @Override
  public String toString() {
    return "Caller[" + person.id() + "]";
  }
}
