package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import nl.meldcode.adapter.host.HomeReader.Home;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roster of one host tenant over Host Connect 6.1. Answers are at most a minute old while the
 * host is up, names in the list of a school two; while it is down the last ones are given for half
 * a day, with their age.
 */
public final class HttpRoster implements Roster, AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Logger LOG = LoggerFactory.getLogger(HttpRoster.class);
  private static final int PUPILS = 10_000;
  private static final int SCHOOLS = 100;

  private final HostClient host;
  private final Clock clock;
  private final LastGood<String, SchoolYearbook> yearbooks;
  private final LastGood<Place, Home> homes;
  private final LastGood<SchoolId, SchoolPupilList.Read> pupils;
  private final LastGood<String, Map<UUID, String>> names;
  private final LastGood<PupilId, Kin> kins;
  private final LastGood<String, HostCapabilities> capabilities;

  /** Asks what a list did not wait for; what does not fit is asked when the list is next seen. */
  private final ThreadPoolExecutor later =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(PUPILS),
          HttpRoster::quietly,
          new ThreadPoolExecutor.DiscardPolicy());

  /** Takes the calls to the host and the time. */
  public HttpRoster(HostClient host, Clock clock) {
    this.host = host;
    this.clock = clock;
    this.yearbooks =
        new LastGood<>(clock, 1, (before, now) -> said(now.canFollow(before), "staff"));
    this.homes = new LastGood<>(clock, PUPILS);
    this.pupils =
        new LastGood<>(
            clock,
            SCHOOLS,
            (before, now) ->
                said(Wire.canFollow(before.names().size(), now.names().size()), "pupils"));
    this.names = new LastGood<>(clock, 1);
    this.kins = new LastGood<>(clock, PUPILS);
    this.capabilities = new LastGood<>(clock, 1);
    this.later.allowCoreThreadTimeOut(true);
  }

  private static Thread quietly(Runnable work) {
    Thread thread = new Thread(work, "meldcode-roster");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    later.shutdownNow();
  }

  /** So many fewer is no answer, but a right that was lost (Host Connect 5). */
  private static boolean said(boolean credible, String who) {
    if (!credible) {
      LOG.error("ALARM: the host says that a school lost its {}; it is not believed", who);
    }
    return credible;
  }

  /** Asks the host again next time, since something changed there. */
  public void forget() {
    List.of(yearbooks, homes, pupils, names, kins).forEach(LastGood::expire);
  }

  private record Place(SchoolId school, PupilId pupil) {}

  @Override
  public Surroundings around(SchoolId school, PupilId pupil) {
    LastGood.Aged<SchoolYearbook> yearbook = yearbook();
    LastGood.Aged<Home> home = home(school, pupil);
    return around(school, home.value().card(), home, yearbook);
  }

  @Override
  public Surroundings known(SchoolId school, PupilId pupil) {
    LastGood.Aged<SchoolYearbook> yearbook = yearbook();
    Set<String> groups = groups(school).getOrDefault(pupil, Set.of());
    LastGood.Aged<Home> home = lastHome(new Place(school, pupil));
    return around(school, home.value().in(groups, yearbook.value()), home, yearbook);
  }

  private static Surroundings around(
      SchoolId school,
      PupilCard card,
      LastGood.Aged<Home> home,
      LastGood.Aged<SchoolYearbook> yearbook) {
    return new Surroundings(
        card,
        home.value().family(),
        yearbook.value().of(school),
        home.asOf().isBefore(yearbook.asOf()) ? home.asOf() : yearbook.asOf());
  }

  private LastGood.Aged<Home> lastHome(Place place) {
    try {
      return homes.last(place, this::read, later);
    } catch (HostRefused e) {
      throw new HostUnavailable("PUPIL: " + e.code());
    }
  }

  @Override
  public SchoolStaff staff(SchoolId school) {
    return yearbook().value().of(school);
  }

  @Override
  public Map<StaffId, String> addresses() {
    return yearbook().value().addresses();
  }

  @Override
  public List<PupilName> pupils(SchoolId school) {
    return pupilList(school).names();
  }

  @Override
  public Map<PupilId, Set<String>> groups(SchoolId school) {
    return pupilList(school).groups();
  }

  private SchoolPupilList.Read pupilList(SchoolId school) {
    try {
      return pupils
          .get(school, key -> new SchoolPupilList(host, key, today()).read(names()))
          .value();
    } catch (HostRefused e) {
      throw new HostUnavailable("ROSTER: " + e.code());
    }
  }

  /** Of all schools, as the host tells them: a board would read them once for each of its own. */
  private Map<UUID, String> names() {
    return names.get("", key -> SchoolPupilList.names(host)).value();
  }

  @Override
  public Kin kin(SchoolId school, PupilId pupil) {
    try {
      return kins.get(pupil, one -> new KinReader(host, capabilities()).of(one)).value();
    } catch (HostRefused e) {
      throw new HostUnavailable("ROSTER: " + e.code());
    }
  }

  @Override
  public List<Observation> observations(PupilId pupil, StaffId reader) {
    return capabilities().has(Capability.OBSERVATIONS)
        ? new ObservationReader(host).of(pupil, reader)
        : List.of();
  }

  @Override
  public Optional<LocalDate> leftOn(SchoolId school, PupilId pupil) {
    return home(school, pupil).value().leftOn();
  }

  @Override
  public boolean isPupil(SchoolId school, PupilId pupil) {
    try {
      return home(school, pupil).value().enrolled();
    } catch (HostUnavailable e) {
      return false;
    }
  }

  @Override
  public HostCapabilities capabilities() {
    try {
      return capabilities
          .get("", key -> Words.capabilities(host.one("/capabilities", JsonNode.class)))
          .value();
    } catch (HostRefused e) {
      throw new HostUnavailable("ROSTER: " + e.code());
    }
  }

  @Override
  public Map<SchoolId, SchoolId> mergers() {
    return yearbook().value().mergers();
  }

  @Override
  public boolean standsIn(SchoolId school, StaffId staff) {
    return yearbook().value().standsIn(school, staff);
  }

  private LastGood.Aged<SchoolYearbook> yearbook() {
    try {
      return yearbooks.get("", key -> SchoolYearbook.read(host, today()));
    } catch (HostRefused e) {
      throw new HostUnavailable("ROSTER: " + e.code());
    }
  }

  private LastGood.Aged<Home> home(SchoolId school, PupilId pupil) {
    try {
      return homes.get(new Place(school, pupil), this::read);
    } catch (HostRefused e) {
      throw new HostUnavailable("PUPIL: " + e.code());
    }
  }

  private Home read(Place place) {
    return new HomeReader(host, yearbook().value(), this::capabilities, today())
        .of(place.school(), place.pupil());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
