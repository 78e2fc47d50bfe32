package nl.meldcode.adapter.host;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.adapter.http.LastGood;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.SchoolCalendars;
import nl.meldcode.domain.term.SchoolCalendar;
import nl.meldcode.domain.term.SchoolYear;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calendar of each school as its administration has it; where that says nothing, or has not
 * answered for half a day, the vacations of the region. Safe for use by several threads.
 */
public final class HostCalendars implements SchoolCalendars {
  private static final int SCHOOLS = 100;
  private static final Logger LOG = LoggerFactory.getLogger(HostCalendars.class);

  private final HostClient host;
  private final Supplier<HostCapabilities> capabilities;
  private final SchoolCalendars regional;
  private final LastGood<SchoolId, SchoolCalendar> calendars;

  /** Takes what the host can say, and the calendars for what it does not. */
  public HostCalendars(
      HostClient host,
      Supplier<HostCapabilities> capabilities,
      SchoolCalendars regional,
      Clock clock) {
    this.host = host;
    this.capabilities = capabilities;
    this.regional = regional;
    this.calendars = new LastGood<>(clock, SCHOOLS);
  }

  @Override
  public SchoolCalendar of(SchoolId school) {
    try {
      if (capabilities.get().has(Capability.CALENDAR)) {
        return calendars.get(school, this::read).value();
      }
    } catch (HostUnavailable e) {
      LOG.warn("terms are counted by the region: {}", e.getMessage());
    }
    return regional.of(school);
  }

  private SchoolCalendar read(SchoolId school) {
    return regional.of(school).with(own(school));
  }

  /** None for a school of which the host keeps none: that is an answer too. */
  private List<SchoolYear> own(SchoolId school) {
    String path = "/schools/" + school.value() + "/calendar";
    try {
      return host.all(Group.ROSTER, path, Wire.Year.class).stream().map(Wire.Year::read).toList();
    } catch (HostRefused e) {
      return List.of();
    }
  }
}
