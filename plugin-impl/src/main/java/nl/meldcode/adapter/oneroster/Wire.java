package nl.meldcode.adapter.oneroster;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of OneRoster 1.2 as far as the plugin reads them; the rest is dropped here. What has
 * no name here (address, telephone, sex, race, ...) never gets further in.
 */
final class Wire {
  private Wire() {}

  /** An end date of OneRoster is the first day that no longer counts. */
  private static boolean runs(@Nullable LocalDate from, @Nullable LocalDate end, LocalDate today) {
    return (from == null || !from.isAfter(today)) && (end == null || end.isAfter(today));
  }

  /** Whether it is explicitly false: booleans travel as text, and may be missing. */
  private static boolean isFalse(@Nullable String word) {
    return "false".equalsIgnoreCase(word);
  }

  record Ref(String sourcedId) {
    Ref {
      requireNonNull(sourcedId);
    }
  }

  record Org(String name) {
    Org {
      requireNonNull(name);
    }
  }

  record Session(@Nullable LocalDate startDate, @Nullable LocalDate endDate) {
    boolean runsOn(LocalDate today) {
      return runs(startDate, endDate, today);
    }
  }

  record Clazz(String title, @Nullable String classType, Ref school, @Nullable List<Ref> terms) {
    Clazz {
      requireNonNull(title);
      requireNonNull(school);
    }

    boolean isHomeroom() {
      return "homeroom".equalsIgnoreCase(classType);
    }
  }

  record Enrollment(
      Ref user,
      @JsonProperty("class") Ref clazz,
      Ref school,
      String role,
      @Nullable String primary,
      @Nullable LocalDate beginDate,
      @Nullable LocalDate endDate) {
    Enrollment {
      requireNonNull(user);
      requireNonNull(clazz);
      requireNonNull(school);
      requireNonNull(role);
    }

    boolean isA(String word) {
      return role.equalsIgnoreCase(word);
    }

    boolean isPrimary() {
      return !isFalse(primary);
    }

    boolean hasDates() {
      return beginDate != null || endDate != null;
    }

    boolean runsOn(LocalDate today) {
      return runs(beginDate, endDate, today);
    }
  }

  record UserRole(
      String role, Ref org, @Nullable LocalDate beginDate, @Nullable LocalDate endDate) {
    UserRole {
      requireNonNull(role);
      requireNonNull(org);
    }

    boolean isAt(String school) {
      return org.sourcedId().equals(school);
    }

    boolean runsOn(LocalDate today) {
      return runs(beginDate, endDate, today);
    }
  }

  /** Holds a name: printed without. */
  record User(
      @Nullable String givenName,
      @Nullable String preferredFirstName,
      String familyName,
      @Nullable String enabledUser,
      @Nullable List<UserRole> roles,
      @Nullable List<Ref> agents) {
    User {
      requireNonNull(familyName);
    }

    List<UserRole> held() {
      return roles == null ? List.of() : roles;
    }

    /** The sourcedIds of who belongs to this user, each once. */
    List<String> kin() {
      return Stream.ofNullable(agents)
          .flatMap(List::stream)
          .map(Ref::sourcedId)
          .distinct()
          .toList();
    }

    boolean isEnabled() {
      return !isFalse(enabledUser);
    }

    String firstName() {
      String first = preferredFirstName == null ? givenName : preferredFirstName;
      return first == null || first.isBlank() ? familyName : first;
    }

    String name() {
      return Stream.of(preferredFirstName == null ? givenName : preferredFirstName, familyName)
          .filter(Objects::nonNull)
          .filter(part -> !part.isBlank())
          .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
      return "User";
    }
  }

  record Demographics(@Nullable LocalDate birthDate) {
    @Override
    public String toString() {
      return "Demographics";
    }
  }
}
