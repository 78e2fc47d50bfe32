package nl.meldcode.adapter.oneroster;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.adapter.oneroster.Mirror.Held;
import nl.meldcode.adapter.oneroster.Wire.Enrollment;
import nl.meldcode.adapter.oneroster.Wire.User;
import nl.meldcode.adapter.oneroster.Wire.UserRole;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster.PupilCard;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.application.port.Roster.SchoolStaff;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Roster.Standing;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.family.Relation;
import nl.meldcode.domain.linking.Kin;
import nl.meldcode.domain.linking.Kin.Basis;
import nl.meldcode.domain.linking.Kin.Tie;
import org.jspecify.annotations.Nullable;

/** What the copies say on one day, in the plugin's own words. Immutable. */
final class Book {
  /** A guardian whose name the server keeps back is a guardian all the same. */
  private static final String NAMELESS = "?";

  private final Copies.State state;
  private final OneRosterSettings settings;
  private final OneRosterIds ids;
  private final LocalDate today;
  private final Map<String, List<Enrollment>> byUser;
  private final Map<PupilId, String> pupils = new HashMap<>();

  Book(Copies.State state, OneRosterSettings settings, LocalDate today) {
    this.state = state;
    this.settings = settings;
    this.ids = new OneRosterIds(settings.server());
    this.today = today;
    this.byUser =
        state.enrollments().held().values().stream()
            .map(Held::value)
            .collect(groupingBy(one -> one.user().sourcedId()));
    Set<PupilId> twice = new HashSet<>();
    for (String id : state.users().held().keySet()) {
      if (pupils.put(ids.pupil(id), id) != null) {
        twice.add(ids.pupil(id));
      }
    }
    // Two people under one id: nobody can say whose dossier it would be.
    twice.forEach(pupils::remove);
  }

  /** The moment of the birth dates, which are read last or not at all: the oldest part. */
  Instant asOf() {
    Instant at = state.births().readAt();
    return at == null ? Instant.EPOCH : at;
  }

  /** The staff of a school; nobody when it is not switched on. */
  SchoolStaff staff(SchoolId school) {
    String org = settings.schools().get(school);
    if (org == null) {
      return new SchoolStaff("", List.of());
    }
    List<StaffMember> members =
        state.users().held().entrySet().stream()
            .filter(one -> one.getValue().value().isEnabled())
            .flatMap(one -> member(school, org, one.getKey(), one.getValue().value()).stream())
            .sorted(Comparator.comparing(StaffMember::name))
            .toList();
    return new SchoolStaff(state.orgs().value(org).map(Wire.Org::name).orElse(""), members);
  }

  private Optional<StaffMember> member(SchoolId school, String org, String id, User user) {
    Set<String> taught =
        running(id, org)
            .filter(one -> one.isA("teacher"))
            .map(Book::group)
            .collect(Collectors.toUnmodifiableSet());
    List<UserRole> works =
        user.held().stream().filter(one -> Words.isStaff(one.role()) && one.runsOn(today)).toList();
    Set<Role> named = works.isEmpty() ? Set.of() : settings.rolesOf(school, id);
    List<UserRole> here = works.stream().filter(one -> one.isAt(org)).toList();
    if (here.isEmpty() && taught.isEmpty() && named.isEmpty()) {
      return Optional.empty();
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(named);
    here.forEach(one -> Words.role(one.role()).ifPresent(roles::add));
    if (!taught.isEmpty()) {
      roles.add(Role.LK);
    }
    return Optional.of(new StaffMember(ids.staff(id), user.name(), roles, taught));
  }

  /** The pupils of a school who are in a class now, each once, under the class they belong to. */
  List<PupilName> pupils(SchoolId school) {
    String org = settings.schools().get(school);
    return org == null
        ? List.of()
        : pupils.entrySet().stream()
            .flatMap(one -> pupil(org, one.getKey(), one.getValue()).stream())
            .sorted(Comparator.comparing(PupilName::groupName).thenComparing(PupilName::name))
            .toList();
  }

  /** In which classes each pupil of a school is now. */
  Map<PupilId, Set<String>> groups(SchoolId school) {
    String org = settings.schools().get(school);
    return org == null
        ? Map.of()
        : pupils.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> groups(one.getValue(), org)));
  }

  private Set<String> groups(String id, String org) {
    return running(id, org)
        .filter(one -> one.isA("student"))
        .map(Book::group)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<PupilName> pupil(String org, PupilId id, String sourcedId) {
    return groupName(sourcedId, org)
        .flatMap(
            group ->
                state.users().value(sourcedId).map(user -> new PupilName(id, user.name(), group)));
  }

  /**
   * A pupil of that school, now or before; empty for anybody else.
   *
   * @throws HostUnavailable when the birth date is not known, without which no rule can be applied
   */
  Optional<Home> home(SchoolId school, PupilId pupil) {
    String org = settings.schools().get(school);
    String id = pupils.get(pupil);
    User user = id == null ? null : state.users().value(id).orElse(null);
    if (org == null || id == null || user == null || !wasPupil(id, user, org)) {
      return Optional.empty();
    }
    LocalDate birthDate =
        state
            .births()
            .value(id)
            .map(Wire.Demographics::birthDate)
            .orElseThrow(() -> new HostUnavailable("demographics: no birth date"));
    PupilCard card =
        new PupilCard(
            pupil,
            user.name(),
            user.firstName(),
            birthDate,
            groups(id, org),
            groupName(id, org).orElse(""),
            isPupil(school, pupil) ? Standing.PRESENT : Standing.LEFT);
    return Optional.of(new Home(card, family(user)));
  }

  /** A pupil with family. */
  record Home(PupilCard card, Family family) {}

  /** Whether somebody is a pupil of that school today. */
  boolean isPupil(SchoolId school, PupilId pupil) {
    String org = settings.schools().get(school);
    String id = pupils.get(pupil);
    User user = id == null ? null : state.users().value(id).orElse(null);
    if (org == null || id == null || user == null) {
      return false;
    }
    return running(id, org).anyMatch(one -> one.isA("student"))
        || pupilRoles(user, org).anyMatch(one -> one.runsOn(today));
  }

  private boolean wasPupil(String id, User user, String org) {
    return pupilRoles(user, org).findAny().isPresent()
        || byUser.getOrDefault(id, List.of()).stream()
            .anyMatch(one -> one.isA("student") && one.school().sourcedId().equals(org));
  }

  private static Stream<UserRole> pupilRoles(User user, String org) {
    return user.held().stream().filter(one -> Words.isPupil(one.role()) && one.isAt(org));
  }

  /** OneRoster ties people to a pupil, but cannot say as what, nor who has parental authority. */
  private Family family(User pupil) {
    return new Family(
        pupil.kin().stream()
            .filter(this::mayBeFamily)
            .map(
                id ->
                    new Guardian(
                        ids.person(id),
                        state.users().value(id).map(User::name).orElse(NAMELESS),
                        Relation.OTHER,
                        Authority.UNKNOWN))
            .toList());
  }

  /** Whoever has an agent in common; of an address, or of institutions, nothing is known. */
  Kin kin(PupilId pupil) {
    Set<String> own = agents(pupils.get(pupil));
    List<Tie> ties = new ArrayList<>();
    pupils.forEach(
        (other, id) -> {
          Set<UUID> shared =
              agents(id).stream()
                  .filter(own::contains)
                  .map(agent -> ids.person(agent).value())
                  .collect(Collectors.toSet());
          if (!other.equals(pupil) && !shared.isEmpty()) {
            ties.add(new Tie(other, Basis.GUARDIAN, shared));
          }
        });
    return new Kin(pupil, ties, Set.of());
  }

  private Set<String> agents(@Nullable String user) {
    return Stream.ofNullable(user)
        .flatMap(id -> state.users().value(id).stream())
        .flatMap(one -> one.kin().stream())
        .filter(this::mayBeFamily)
        .collect(Collectors.toSet());
  }

  private boolean mayBeFamily(String id) {
    return state
        .users()
        .value(id)
        .map(user -> user.held().stream().anyMatch(one -> Words.isFamily(one.role())))
        .orElse(true);
  }

  /** The homeroom where there is one, else the class that is primary, else the first by name. */
  private Optional<String> groupName(String id, String org) {
    return running(id, org)
        .filter(one -> one.isA("student"))
        .flatMap(
            one ->
                state.classes().value(one.clazz().sourcedId()).stream()
                    .map(clazz -> new Placed(clazz, one.isPrimary())))
        .min(
            Comparator.comparing((Placed one) -> !one.clazz().isHomeroom())
                .thenComparing(one -> !one.primary())
                .thenComparing(one -> one.clazz().title()))
        .map(one -> one.clazz().title());
  }

  private record Placed(Wire.Clazz clazz, boolean primary) {}

  private Stream<Enrollment> running(String user, String org) {
    return byUser.getOrDefault(user, List.of()).stream()
        .filter(one -> one.school().sourcedId().equals(org) && runs(one));
  }

  /** An enrollment without dates runs as long as its class: while one of its terms does. */
  private boolean runs(Enrollment one) {
    return one.hasDates()
        ? one.runsOn(today)
        : state.classes().value(one.clazz().sourcedId()).filter(this::runs).isPresent();
  }

  private boolean runs(Wire.Clazz clazz) {
    List<Wire.Session> terms =
        Stream.ofNullable(clazz.terms())
            .flatMap(List::stream)
            .flatMap(ref -> state.sessions().value(ref.sourcedId()).stream())
            .toList();
    return terms.isEmpty() || terms.stream().anyMatch(term -> term.runsOn(today));
  }

  private static String group(Enrollment one) {
    return one.clazz().sourcedId();
  }

  @Override
  public String toString() {
    return "Book";
  }
}
