package nl.meldcode.adapter.host;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster.PupilCard;
import nl.meldcode.application.port.Roster.Standing;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;

/** Reads one pupil with the family, as the host has them on a day (Host Connect 6.1). */
record HomeReader(
    HostClient host,
    SchoolYearbook yearbook,
    Supplier<HostCapabilities> capabilities,
    LocalDate today) {

  /**
   * A pupil with family; {@code enrolled} at the school on the day it was asked, else {@code
   * leftOn} where the host says so.
   */
  record Home(PupilCard card, Family family, boolean enrolled, Optional<LocalDate> leftOn) {
    /** The pupil in the groups of now, which are younger than the rest. */
    PupilCard in(Set<String> groups, SchoolYearbook yearbook) {
      if (card.groups().equals(groups)) {
        return card;
      }
      String name =
          groups.stream()
              .sorted()
              .flatMap(one -> Stream.ofNullable(yearbook.groupNames().get(UUID.fromString(one))))
              .findFirst()
              .orElse("");
      return new PupilCard(
          card.id(),
          card.name(),
          card.givenName(),
          card.birthDate(),
          groups,
          name,
          groups.isEmpty() ? Standing.LEFT : Standing.PRESENT);
    }
  }

  /**
   * A pupil who never was at that school is refused, so that no name shows at another school.
   * Throws HostUnavailable or HostRefused.
   */
  Home of(SchoolId school, PupilId pupilId) {
    UUID id = pupilId.value();
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
            .filter(one -> one.schoolId().equals(school.value()))
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
    return new Home(card(pupil, now), family(id), !now.isEmpty(), last);
  }

  private PupilCard card(Wire.Pupil pupil, List<Wire.Enrollment> now) {
    Set<String> groups =
        now.stream()
            .filter(one -> one.groupId() != null)
            .map(one -> String.valueOf(one.groupId()))
            .collect(Collectors.toUnmodifiableSet());
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
  private Family family(UUID pupil) {
    HostCapabilities can = capabilities.get();
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
}
