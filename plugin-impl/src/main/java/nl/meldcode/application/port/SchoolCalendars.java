package nl.meldcode.application.port;

import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.term.SchoolCalendar;

/** The calendar of each school. Safe for use by several threads. */
public interface SchoolCalendars {
  /** The school's calendar, with the school years that are known; never null. */
  SchoolCalendar of(SchoolId school);
}
