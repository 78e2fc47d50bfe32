package nl.meldcode.adapter.host;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.domain.term.FreePeriod;
import nl.meldcode.domain.term.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * The shapes in which a host answers (Host Connect 6.1), as far as the plugin reads them. A missing
 * member that cannot be missed makes the whole answer unusable.
 */
final class Wire {
  /** Fewer than these may leave at once, however few there are. */
  private static final int MANY = 5;

  private Wire() {}

  /** Whether so many can follow so many: nobody, or a third of many less, can not. */
  static boolean canFollow(int before, int now) {
    int lost = before - now;
    return before == 0 || (now > 0 && (lost < MANY || lost * 3 < before));
  }

  /** Throws HostUnavailable when the host answers about something else than was asked for. */
  static void same(String what, UUID asked, UUID answered) {
    if (!asked.equals(answered)) {
      throw new HostUnavailable("ROSTER: another " + what + " than " + asked);
    }
  }

  private static boolean runs(
      @Nullable LocalDate from, @Nullable LocalDate until, LocalDate today) {
    return (from == null || !from.isAfter(today)) && (until == null || !until.isBefore(today));
  }

  private static String name(@Nullable String first, @Nullable String prefix, String last) {
    return Stream.of(first, prefix, last)
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  record School(String id, String name, @Nullable String boardId, @Nullable String mergedIntoId) {
    School {
      requireNonNull(name);
      if (id.isBlank()) {
        throw new IllegalArgumentException("a school without an id");
      }
    }

    boolean isOfBoardOf(School other) {
      return boardId != null && boardId.equals(other.boardId);
    }
  }

  /** A school year with its free days (Host Connect 6.1). */
  record Year(
      LocalDate beginDate, LocalDate endDate, List<Vacation> vacations, List<LocalDate> freeDays) {

    Year {
      of(beginDate, endDate, vacations, freeDays);
    }

    record Vacation(String name, LocalDate beginDate, LocalDate endDate) {
      FreePeriod period() {
        return new FreePeriod(name, beginDate, endDate);
      }
    }

    SchoolYear read() {
      return of(beginDate, endDate, vacations, freeDays);
    }

    /** Throws IllegalArgumentException when something ends before it begins. */
    private static SchoolYear of(
        LocalDate from, LocalDate to, List<Vacation> vacations, List<LocalDate> freeDays) {
      return new SchoolYear(
          from,
          to,
          Stream.concat(
                  vacations.stream().map(Vacation::period),
                  freeDays.stream().map(day -> new FreePeriod("", day, day)))
              .toList());
    }
  }

  record Observation(UUID id, UUID pupilId, String kind, LocalDate observedDate, String title) {
    Observation {
      requireNonNull(id);
      requireNonNull(pupilId);
      requireNonNull(kind);
      requireNonNull(observedDate);
      if (title.isBlank()) {
        throw new IllegalArgumentException("an observation without a title");
      }
    }
  }

  record Group(UUID id, @Nullable String schoolId, String name, @Nullable List<UUID> staffIds) {
    Group {
      requireNonNull(id);
      requireNonNull(name);
    }

    boolean isTaughtBy(UUID staff) {
      return staffIds != null && staffIds.contains(staff);
    }
  }

  record Staff(
      UUID id,
      @Nullable String givenName,
      @Nullable String familyNamePrefix,
      String familyName,
      @Nullable String email,
      @Nullable List<StaffRole> roles,
      boolean active) {
    Staff {
      requireNonNull(id);
      requireNonNull(familyName);
    }

    String name() {
      return Wire.name(givenName, familyNamePrefix, familyName);
    }

    /** The roles that run on that day. */
    List<StaffRole> rolesOn(LocalDate today) {
      return Stream.ofNullable(roles)
          .flatMap(List::stream)
          .filter(one -> runs(one.beginDate(), one.endDate(), today))
          .toList();
    }

    @Override
    public String toString() {
      return "Staff[" + id + "]";
    }
  }

  record StaffRole(
      String role,
      String schoolId,
      @Nullable UUID groupId,
      @Nullable LocalDate beginDate,
      @Nullable LocalDate endDate) {
    StaffRole {
      requireNonNull(role);
      requireNonNull(schoolId);
    }
  }

  record Pupil(
      UUID id,
      @Nullable String givenName,
      @Nullable String preferredFirstName,
      @Nullable String familyNamePrefix,
      String familyName,
      LocalDate birthDate,
      @Nullable String status,
      @Nullable UUID replacedById) {
    Pupil {
      requireNonNull(id);
      requireNonNull(familyName);
      requireNonNull(birthDate);
    }

    boolean isMerged() {
      return "merged".equals(status);
    }

    /** Who came in this one's place; null while it stands for itself. */
    @Nullable UUID replacement() {
      return isMerged() ? replacedById : null;
    }

    String firstName() {
      String first = preferredFirstName == null ? givenName : preferredFirstName;
      return first == null ? familyName : first;
    }

    String name() {
      return Wire.name(
          preferredFirstName == null ? givenName : preferredFirstName,
          familyNamePrefix,
          familyName);
    }

    @Override
    public String toString() {
      return "Pupil[" + id + "]";
    }
  }

  record Enrollment(
      @Nullable UUID pupilId,
      String schoolId,
      @Nullable UUID groupId,
      @Nullable LocalDate beginDate,
      @Nullable LocalDate endDate,
      @Nullable Boolean primary) {
    Enrollment {
      requireNonNull(schoolId);
    }

    boolean runsOn(LocalDate today) {
      return runs(beginDate, endDate, today);
    }

    /** This enrollment. Throws HostUnavailable when it is somebody else's. */
    Enrollment of(UUID pupil) {
      same("pupil", pupil, pupilId == null ? pupil : pupilId);
      return this;
    }

    boolean isPrimary() {
      return !Boolean.FALSE.equals(primary);
    }
  }

  record Relation(
      @Nullable UUID pupilId,
      UUID personId,
      @Nullable String kind,
      @Nullable String parentalAuthority,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil) {
    Relation {
      requireNonNull(personId);
    }

    /** This relation. Throws HostUnavailable when it is somebody else's. */
    Relation of(UUID pupil) {
      same("pupil", pupil, pupilId == null ? pupil : pupilId);
      return this;
    }

    boolean runsOn(LocalDate today) {
      return runs(validFrom, validUntil, today);
    }
  }

  record Sibling(UUID pupilId, String basis, @Nullable List<UUID> sharedRelationIds) {
    Sibling {
      requireNonNull(pupilId);
      requireNonNull(basis);
    }
  }

  record Household(UUID id, @Nullable List<UUID> memberIds, @Nullable String basis) {
    Household {
      requireNonNull(id);
    }

    /** Whoever else lives there. Throws HostUnavailable when the pupil does not. */
    List<UUID> others(UUID pupil) {
      if (memberIds != null && !memberIds.contains(pupil)) {
        throw new HostUnavailable("ROSTER: another household than of " + pupil);
      }
      return Stream.ofNullable(memberIds)
          .flatMap(List::stream)
          .filter(one -> !one.equals(pupil))
          .toList();
    }
  }

  record Person(
      UUID id,
      @Nullable String givenName,
      @Nullable String familyNamePrefix,
      String familyName,
      @Nullable Boolean deceased) {
    Person {
      requireNonNull(id);
      requireNonNull(familyName);
    }

    String name() {
      return Wire.name(givenName, familyNamePrefix, familyName);
    }

    boolean isDeceased() {
      return Boolean.TRUE.equals(deceased);
    }

    @Override
    public String toString() {
      return "Person[" + id + "]";
    }
  }
}
