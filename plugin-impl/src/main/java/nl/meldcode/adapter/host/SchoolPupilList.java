package nl.meldcode.adapter.host;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Roster.PupilName;

/** The pupils of one school by group, as the host has them on a day (Host Connect 6.1). */
record SchoolPupilList(HostClient host, SchoolId school, LocalDate today) {
  /**
   * What was read.
   *
   * @param groups of each pupil, by id
   */
  record Read(List<PupilName> names, Map<PupilId, Set<String>> groups) {}

  private record Member(PupilName name, String group) {}

  /** The names of all pupils of the board, by id. Throws HostUnavailable or HostRefused. */
  static Map<UUID, String> names(HostClient host) {
    return host.all(Group.ROSTER, "/pupils?limit=500", Wire.Pupil.class).stream()
        .collect(Collectors.toMap(Wire.Pupil::id, Wire.Pupil::name, (first, second) -> first));
  }

  /**
   * Reads it, one call for each group. Throws HostUnavailable or HostRefused.
   *
   * @param names of all pupils, by id
   */
  Read read(Map<UUID, String> names) {
    List<Member> members =
        host.all(Group.ROSTER, "/groups?limit=500", Wire.Group.class).stream()
            .filter(group -> group.schoolId() == null || isHere(group.schoolId()))
            .flatMap(group -> members(group, names))
            .toList();
    return new Read(
        members.stream()
            .map(Member::name)
            .sorted(Comparator.comparing(PupilName::groupName).thenComparing(PupilName::name))
            .toList(),
        members.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.name().id(),
                    Collectors.mapping(Member::group, Collectors.toUnmodifiableSet()))));
  }

  private boolean isHere(String other) {
    return school.value().equals(other);
  }

  private Stream<Member> members(Wire.Group group, Map<UUID, String> names) {
    return host
        .all(Group.ROSTER, "/groups/" + group.id() + "/members", Wire.Enrollment.class)
        .stream()
        .filter(one -> isHere(one.schoolId()) && one.runsOn(today))
        .flatMap(one -> Stream.ofNullable(one.pupilId()))
        .filter(names::containsKey)
        .map(id -> new PupilName(new PupilId(id), names.getOrDefault(id, ""), group.name()))
        .map(name -> new Member(name, String.valueOf(group.id())));
  }
}
