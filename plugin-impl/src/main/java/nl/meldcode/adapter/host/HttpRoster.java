package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.adapter.http.LastGood;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.Standing;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.entry.Observation;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.linking.Kin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roster of one host tenant over Host Connect 6.1. Answers are at most a minute old while the
 * host is up; while it is down the last ones are given for half a day, with their age.
 */
public final class HttpRoster implements Roster {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Logger LOG = LoggerFactory.getLogger(HttpRoster.class);
  private static final int PUPILS = 2_000;
  private static final int SCHOOLS = 100;

  private final HostClient host;
  private final Clock clock;
  private final LastGood<String, SchoolYearbook> yearbooks;
  private final LastGood<Place, Home> homes;
  private final LastGood<SchoolId, List<PupilName>> pupils;
  private final LastGood<PupilId, Kin> kins;
  private final LastGood<String, HostCapabilities> capabilities;

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
            (before, now) -> said(Wire.canFollow(before.size(), now.size()), "pupils"));
    this.kins = new LastGood<>(clock, PUPILS);
    this.capabilities = new LastGood<>(clock, 1);
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
    List.of(yearbooks, homes, pupils, kins).forEach(LastGood::expire);
  }

  private record Place(SchoolId school, PupilId pupil) {}

  /**
   * A pupil with family; {@code enrolled} at the school on the day it was asked, else {@code
   * leftOn} where the host says so.
   */
  private record Home(
      PupilCard card, Family family, boolean enrolled, Optional<LocalDate> leftOn) {}

  @Override
  public Surroundings around(SchoolId school, PupilId pupil) {
    LastGood.Aged<SchoolYearbook> yearbook = yearbook();
    LastGood.Aged<Home> home = home(school, pupil);
    return new Surroundings(
        home.value().card(),
        home.value().family(),
        yearbook.value().of(school),
        home.asOf().isBefore(yearbook.asOf()) ? home.asOf() : yearbook.asOf());
  }

  @Override
  public SchoolStaff staff(SchoolId school) {
    return yearbook().value().of(school);
  }

  @Override
  public List<PupilName> pupils(SchoolId school) {
    try {
      return pupils.get(school, key -> new SchoolPupilList(host, key, today()).read()).value();
    } catch (HostRefused e) {
      throw new HostUnavailable("ROSTER: " + e.code());
    }
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

  /** A pupil who never was at that school is refused, so that no name shows at another school. */
  private Home read(Place place) {
    LocalDate today = today();
    UUID id = place.pupil().value();
    Wire.Pupil pupil = host.one("/pupils/" + id, Wire.Pupil.class);
    Wire.same("pupil", id, pupil.id());
    List<Wire.Enrollment> all =
        host.all(Group.ROSTER, "/pupils/" + id + "/enrollments", Wire.Enrollment.class);
    if (all.isEmpty()) {
      throw new HostUnavailable("ROSTER: a pupil who never was at any school");
    }
    List<Wire.Enrollment> here =
        all.stream()
            .map(one -> one.of(id))
            .filter(one -> one.schoolId().equals(place.school().value()))
            .toList();
    if (here.isEmpty()) {
      throw new HostRefused("not-found");
    }
    List<Wire.Enrollment> now = here.stream().filter(one -> one.runsOn(today)).toList();
    Optional<LocalDate> last =
        here.stream()
            .flatMap(one -> Optional.ofNullable(one.endDate()).stream())
            .filter(day -> now.isEmpty() && !pupil.isMerged() && day.isBefore(today))
            .max(Comparator.naturalOrder());
    return new Home(card(pupil, now), family(id, today), !now.isEmpty(), last);
  }

  private PupilCard card(Wire.Pupil pupil, List<Wire.Enrollment> now) {
    Set<String> groups =
        now.stream()
            .filter(one -> one.groupId() != null)
            .map(one -> String.valueOf(one.groupId()))
            .collect(Collectors.toUnmodifiableSet());
    SchoolYearbook yearbook = yearbook().value();
    String groupName =
        now.stream()
            .filter(Wire.Enrollment::isPrimary)
            .map(one -> one.groupId() == null ? null : yearbook.groupNames().get(one.groupId()))
            .filter(name -> name != null)
            .findFirst()
            .orElse("");
    return new PupilCard(
        new PupilId(pupil.id()),
        pupil.name(),
        pupil.firstName(),
        pupil.birthDate(),
        groups,
        groupName,
        pupil.isMerged() ? Standing.MERGED : now.isEmpty() ? Standing.LEFT : Standing.PRESENT);
  }

  /** Nobody at a host that does not say who the guardians are: then people write them down. */
  private Family family(UUID pupil, LocalDate today) {
    HostCapabilities can = capabilities();
    if (!can.has(Capability.GUARDIANS)) {
      return new Family(List.of());
    }
    boolean authority = can.has(Capability.PARENTAL_AUTHORITY);
    List<Guardian> guardians =
        host.all(Group.ROSTER, "/pupils/" + pupil + "/relations", Wire.Relation.class).stream()
            .map(one -> one.of(pupil))
            .filter(one -> one.runsOn(today))
            .flatMap(one -> guardian(one, authority).stream())
            .toList();
    return new Family(guardians);
  }

  private List<Guardian> guardian(Wire.Relation relation, boolean authority) {
    Wire.Person person = host.one("/persons/" + relation.personId(), Wire.Person.class);
    Wire.same("person", relation.personId(), person.id());
    return person.isDeceased()
        ? List.of()
        : List.of(
            new Guardian(
                new PersonId(person.id()),
                person.name(),
                Words.relation(relation.kind()),
                authority ? Words.authority(relation.parentalAuthority()) : Authority.UNKNOWN));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
