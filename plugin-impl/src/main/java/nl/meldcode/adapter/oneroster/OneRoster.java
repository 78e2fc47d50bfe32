package nl.meldcode.adapter.oneroster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.http.LastGood;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.domain.entry.Observation;
import nl.meldcode.domain.linking.Kin;

/**
 * The rosters of one OneRoster 1.2 server. Answers are at most a minute old while the server is up;
 * while it is down, or says what cannot be right, the last ones are given for half a day, with
 * their age.
 */
public final class OneRoster implements Roster, AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Background<Book> reading;
  private final LastGood<String, Book> books;
  private final Clock clock;

  /** Takes the server as configured, calls to it alone, and the time; asks nothing yet. */
  public OneRoster(OneRosterSettings settings, HostHttp http, Clock clock) {
    Copies copies = new Copies(new OneRosterClient(settings, http, clock), settings, clock);
    this.reading =
        new Background<>(
            () -> new Book(copies.read(), settings, today(clock)), PATIENCE, LastGood.FRESH, clock);
    this.books = new LastGood<>(clock, 1);
    this.clock = clock;
  }

  @Override
  public Surroundings around(SchoolId school, PupilId pupil) {
    Book book = book();
    Book.Home home =
        book.home(school, pupil)
            .orElseThrow(() -> new HostUnavailable("ROSTER: no pupil of that school"));
    Instant asOf = book.asOf();
    if (asOf.plus(LastGood.OLDEST).isBefore(clock.instant())) {
      throw new HostUnavailable("ROSTER: too old");
    }
    return new Surroundings(home.card(), home.family(), book.staff(school), asOf);
  }

  @Override
  public SchoolStaff staff(SchoolId school) {
    return book().staff(school);
  }

  @Override
  public List<PupilName> pupils(SchoolId school) {
    return book().pupils(school);
  }

  @Override
  public Map<PupilId, Set<String>> groups(SchoolId school) {
    return book().groups(school);
  }

  @Override
  public List<Observation> observations(PupilId pupil, StaffId reader) {
    return List.of();
  }

  @Override
  public boolean isPupil(SchoolId school, PupilId pupil) {
    try {
      return book().isPupil(school, pupil);
    } catch (HostUnavailable e) {
      return false;
    }
  }

  @Override
  public Kin kin(SchoolId school, PupilId pupil) {
    return book().kin(pupil);
  }

  @Override
  public HostCapabilities capabilities() {
    return new HostCapabilities(EnumSet.of(Capability.GUARDIANS));
  }

  private Book book() {
    try {
      return books.get("", key -> reading.get()).value();
    } catch (HostRefused e) {
      throw new HostUnavailable("ROSTER: " + e.code());
    }
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  @Override
  public void close() {
    reading.close();
  }
}
