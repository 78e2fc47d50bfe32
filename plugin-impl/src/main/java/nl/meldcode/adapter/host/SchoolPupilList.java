package nl.meldcode.adapter.host;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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

  /** Reads it, one call for each group. Throws HostUnavailable or HostRefused. */
  Read read() {
    Map<UUID, Wire.Pupil> pupils =
        host.all(Group.ROSTER, "/pupils?limit=500", Wire.Pupil.class).stream()
            .collect(
                Collectors.toMap(Wire.Pupil::id, Function.identity(), (first, second) -> first));
    List<Member> members =
        host.all(Group.ROSTER, "/groups?limit=500", Wire.Group.class).stream()
            .filter(group -> group.schoolId() == null || isHere(group.schoolId()))
            .flatMap(group -> members(group, pupils))
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

  private Stream<Member> members(Wire.Group group, Map<UUID, Wire.Pupil> pupils) {
    return host
        .all(Group.ROSTER, "/groups/" + group.id() + "/members", Wire.Enrollment.class)
        .stream()
        .filter(one -> isHere(one.schoolId()) && one.runsOn(today))
        .flatMap(one -> Stream.ofNullable(pupils.get(one.pupilId())))
        .map(one -> new PupilName(new PupilId(one.id()), one.name(), group.name()))
        .map(name -> new Member(name, String.valueOf(group.id())));
  }
}
