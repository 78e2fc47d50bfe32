package nl.meldcode.adapter.host;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Roster.SchoolStaff;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.domain.access.Role;

/** The schools of one tenant with their active staff, and the names of groups, at one moment. */
record SchoolYearbook(
    Map<SchoolId, SchoolStaff> staff,
    Map<UUID, String> groupNames,
    Map<SchoolId, SchoolId> mergers,
    Map<SchoolId, Set<SchoolId>> boards,
    Map<StaffId, String> addresses) {
  private static final Set<Role> STANDING_IN = Set.of(Role.IB, Role.AF, Role.DIR);

  /** Reads it, some pages for a whole board. Throws HostUnavailable or HostRefused. */
  static SchoolYearbook read(HostClient host, LocalDate today) {
    List<Wire.Group> groups = host.all(Group.ROSTER, "/groups?limit=500", Wire.Group.class);
    List<Wire.Staff> people = host.all(Group.ROSTER, "/staff?limit=500", Wire.Staff.class);
    Map<SchoolId, SchoolStaff> staff = new HashMap<>();
    List<Wire.School> schools = host.all(Group.ROSTER, "/schools?limit=500", Wire.School.class);
    for (Wire.School school : schools) {
      List<StaffMember> members =
          people.stream()
              .filter(Wire.Staff::active)
              .flatMap(person -> member(person, school.id(), groups, today).stream())
              .toList();
      staff.put(new SchoolId(school.id()), new SchoolStaff(school.name(), members));
    }
    return new SchoolYearbook(
        Map.copyOf(staff),
        groups.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Wire.Group::id, Wire.Group::name, (first, second) -> first)),
        mergers(schools),
        boards(schools),
        addresses(people));
  }

  private static Map<StaffId, String> addresses(List<Wire.Staff> people) {
    Map<StaffId, String> addresses = new HashMap<>();
    for (Wire.Staff one : people) {
      String email = one.email();
      if (one.active() && email != null && !email.isBlank()) {
        addresses.put(new StaffId(one.id()), email.strip());
      }
    }
    return Map.copyOf(addresses);
  }

  /** A merger gives staff of one school the dossiers of another: only within one board. */
  private static Map<SchoolId, SchoolId> mergers(List<Wire.School> schools) {
    Map<String, Wire.School> known = new HashMap<>();
    schools.forEach(one -> known.put(one.id(), one));
    Map<SchoolId, SchoolId> mergers = new HashMap<>();
    for (Wire.School one : schools) {
      Wire.School into = known.get(one.mergedIntoId());
      if (into != null && one.isOfBoardOf(into)) {
        mergers.put(new SchoolId(one.id()), new SchoolId(into.id()));
      }
    }
    return Map.copyOf(mergers);
  }

  /** The other schools of the board of each. */
  private static Map<SchoolId, Set<SchoolId>> boards(List<Wire.School> schools) {
    return schools.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                one -> new SchoolId(one.id()),
                one ->
                    schools.stream()
                        .filter(other -> !other.id().equals(one.id()) && other.isOfBoardOf(one))
                        .map(other -> new SchoolId(other.id()))
                        .collect(Collectors.toUnmodifiableSet()),
                (first, second) -> first));
  }

  /** Whether somebody is IB, AF or head of another school of the board, and not of this one. */
  boolean standsIn(SchoolId school, StaffId staff) {
    return of(school).member(staff).isEmpty()
        && boards.getOrDefault(school, Set.of()).stream()
            .flatMap(other -> of(other).member(staff).stream())
            .anyMatch(member -> !Collections.disjoint(member.roles(), STANDING_IN));
  }

  /** Whether this can follow: no school lost its staff at once, other than by a merger. */
  boolean canFollow(SchoolYearbook before) {
    return before.staff().entrySet().stream()
        .filter(one -> !mergers.containsKey(one.getKey()))
        .allMatch(
            one ->
                Wire.canFollow(one.getValue().members().size(), of(one.getKey()).members().size()));
  }

  /** The staff of a school; nobody when the host does not know the school. */
  SchoolStaff of(SchoolId school) {
    return Optional.ofNullable(staff.get(school)).orElseGet(() -> new SchoolStaff("", List.of()));
  }

  private static Optional<StaffMember> member(
      Wire.Staff person, String school, List<Wire.Group> groups, LocalDate today) {
    List<Wire.StaffRole> here =
        person.rolesOn(today).stream().filter(one -> one.schoolId().equals(school)).toList();
    if (here.isEmpty()) {
      return Optional.empty();
    }
    Set<Role> roles =
        here.stream()
            .flatMap(one -> Words.role(one.role()).stream())
            .collect(Collectors.toUnmodifiableSet());
    Set<String> taught = new HashSet<>();
    if (roles.contains(Role.LK)) {
      here.stream()
          .filter(one -> one.groupId() != null)
          .forEach(one -> taught.add(String.valueOf(one.groupId())));
      groups.stream()
          .filter(group -> group.isTaughtBy(person.id()))
          .forEach(group -> taught.add(group.id().toString()));
    }
    return Optional.of(new StaffMember(new StaffId(person.id()), person.name(), roles, taught));
  }

  @Override
  public String toString() {
    return "SchoolYearbook";
  }
}
