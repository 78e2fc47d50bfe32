package nl.meldcode.application.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.entry.Observation;
import nl.meldcode.domain.linking.Kin;

/**
 * What the host knows of pupils, families and staff. Answers may be a minute old; while the host is
 * down the last answer is given with its age.
 */
public interface Roster {
  /**
   * Everything a tab needs about one pupil.
   *
   * @throws HostUnavailable when the host is down and never answered this before
   */
  Surroundings around(SchoolId school, PupilId pupil);

  /**
   * The same for a list of many pupils, which must not wait for the host: what it says of the
   * family, and of a birthday, may be up to half a day old. Who is in which group is as young as
   * ever, since rights depend on it.
   *
   * @throws HostUnavailable as above
   */
  default Surroundings known(SchoolId school, PupilId pupil) {
    return around(school, pupil);
  }

  /**
   * The active staff of a school, for what is not about one pupil.
   *
   * @throws HostUnavailable as above
   */
  SchoolStaff staff(SchoolId school);

  /**
   * The pupils who are in a group of that school now, by group and name.
   *
   * @throws HostUnavailable as above
   */
  List<PupilName> pupils(SchoolId school);

  /**
   * The pupils whom somebody can choose from who records an incident with this one.
   *
   * @throws HostUnavailable as above
   */
  default List<PupilName> schoolmates(SchoolId school, PupilId pupil) {
    return pupils(school);
  }

  /**
   * In which groups each pupil of that school is now, by id; rights depend on it.
   *
   * @throws HostUnavailable as above
   */
  Map<PupilId, Set<String>> groups(SchoolId school);

  /** The pupils by id; nobody is named while the host is away, and nobody waits for it. */
  default Map<PupilId, PupilName> named(SchoolId school) {
    try {
      return pupils(school).stream()
          .collect(Collectors.toMap(PupilName::id, one -> one, (first, second) -> first));
    } catch (HostUnavailable e) {
      return Map.of();
    }
  }

  /**
   * The mail addresses of staff, of those whose address the system behind this roster says.
   *
   * @throws HostUnavailable as above
   */
  default Map<StaffId, String> addresses() {
    return Map.of();
  }

  /**
   * What ties this pupil to others; empty of ties where the host keeps neither families nor
   * households.
   *
   * @throws HostUnavailable when that cannot be found out
   */
  Kin kin(SchoolId school, PupilId pupil);

  /**
   * What the host holds about this pupil that this member of staff may see there, newest first;
   * empty where the host offers none. Asked anew each time: rights at the host are the host's.
   *
   * @throws HostUnavailable when the host does not answer
   */
  List<Observation> observations(PupilId pupil, StaffId reader);

  /**
   * Each school that ended with the one of the same board it became part of; none where the system
   * behind this roster does not say.
   *
   * @throws HostUnavailable when the host is down and never answered this before
   */
  default Map<SchoolId, SchoolId> mergers() {
    return Map.of();
  }

  /**
   * Whether somebody who does not work at this school is IB, AF or head of another one of the same
   * board now (A.12, 5); false where the system behind this roster does not know of boards.
   *
   * @throws HostUnavailable when the host is down and never answered this before
   */
  default boolean standsIn(SchoolId school, StaffId staff) {
    return false;
  }

  /**
   * The last day of a pupil who left this school; empty while enrolled, for a registration that was
   * replaced, and where the system behind this roster does not say.
   *
   * @throws HostUnavailable when that cannot be found out
   */
  default Optional<LocalDate> leftOn(SchoolId school, PupilId pupil) {
    return Optional.empty();
  }

  /** Whether this pupil is enrolled at the school now; false also when that cannot be found out. */
  boolean isPupil(SchoolId school, PupilId pupil);

  /**
   * What the system behind this roster can do and say. What is off is told in plain words, and its
   * absence is an answer of its own: unknown, never a guess.
   *
   * @throws HostUnavailable when the host is down and never answered this before
   */
  HostCapabilities capabilities();

  /**
   * A pupil with family and school.
   *
   * @param asOf the moment of the oldest answer in it
   */
  record Surroundings(PupilCard pupil, Family family, SchoolStaff staff, Instant asOf) {}

  /** Whether a pupil is still there (Host Connect 6.1, 6.2). */
  enum Standing {
    PRESENT,
    /** Left the school, or the schools of this host. */
    LEFT,
    /** Was found to be the same as another pupil, under whose id the host goes on. */
    MERGED
  }

  /** A pupil, for the head of the page. Holds a name: printed as id only. */
  record PupilCard(
      PupilId id,
      String name,
      String givenName,
      LocalDate birthDate,
      Set<String> groups,
      String groupName,
      Standing standing) {
    public PupilCard {
      groups = Set.copyOf(groups);
    }

    @Override
    public String toString() {
      return "PupilCard[" + id + "]";
    }
  }

  /** A pupil in a list. Holds a name: printed as id only. */
  record PupilName(PupilId id, String name, String groupName) {
    @Override
    public String toString() {
      return "PupilName[" + id + "]";
    }
  }

  /** A member of staff with the roles held at this school now, and the groups taught. */
  record StaffMember(StaffId id, String name, Set<Role> roles, Set<String> groups) {
    public StaffMember {
      roles = Set.copyOf(roles);
      groups = Set.copyOf(groups);
    }

    @Override
    public String toString() {
      return "StaffMember[" + id + "]";
    }
  }

  /** The active staff of one school. */
  record SchoolStaff(String schoolName, List<StaffMember> members) {
    public SchoolStaff {
      members = List.copyOf(members);
    }

    /** The member with that id. */
    public Optional<StaffMember> member(StaffId id) {
      return members.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether anybody holds that role. */
    public boolean has(Role role) {
      return members.stream().anyMatch(one -> one.roles().contains(role));
    }
  }
}
