package nl.meldcode.adapter.oneroster;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One collection of a OneRoster server, and what of it is our business.
 *
 * @param name of the path and of the member in the answer
 * @param fields the only ones that are asked for
 * @param needed whether a server without any row cannot be right
 * @param wanted which rows are kept, by sourcedId and value
 * @param parts what has to stay inhabited: a part that is empty where it was not is an alarm
 */
record Feed<T>(
    String name,
    Class<T> type,
    String fields,
    boolean needed,
    BiPredicate<String, T> wanted,
    Function<T, Set<String>> parts) {
  private static final Set<String> WHOLE = Set.of("");

  static Feed<Wire.Org> orgs(OneRosterSettings settings) {
    return new Feed<>(
        "orgs", Wire.Org.class, "name", true, (id, org) -> settings.isSchool(id), org -> WHOLE);
  }

  static Feed<Wire.Session> sessions() {
    return new Feed<>(
        "academicSessions",
        Wire.Session.class,
        "startDate,endDate",
        false,
        (id, one) -> true,
        one -> WHOLE);
  }

  static Feed<Wire.Clazz> classes(OneRosterSettings settings) {
    return new Feed<>(
        "classes",
        Wire.Clazz.class,
        "title,classType,school,terms",
        true,
        (id, one) -> settings.isSchool(one.school().sourcedId()),
        one -> WHOLE);
  }

  static Feed<Wire.Enrollment> enrollments(OneRosterSettings settings) {
    return new Feed<>(
        "enrollments",
        Wire.Enrollment.class,
        "user,class,school,role,primary,beginDate,endDate",
        true,
        (id, one) -> settings.isSchool(one.school().sourcedId()),
        one -> WHOLE);
  }

  /** Pupils of the schools that are switched on, families, and staff, who may work at several. */
  static Feed<Wire.User> users(OneRosterSettings settings) {
    return new Feed<>(
        "users",
        Wire.User.class,
        "givenName,preferredFirstName,familyName,enabledUser,roles,agents",
        true,
        (id, one) -> one.held().stream().anyMatch(role -> isOurs(settings, role)),
        one -> schoolsOfPupil(settings, one));
  }

  /** Birth dates, under a scope of their own; nothing else is asked for. */
  static Feed<Wire.Demographics> births() {
    return new Feed<>(
        "demographics",
        Wire.Demographics.class,
        "birthDate",
        false,
        (id, one) -> true,
        one -> WHOLE);
  }

  private static boolean isOurs(OneRosterSettings settings, Wire.UserRole role) {
    return !Words.isPupil(role.role()) || settings.isSchool(role.org().sourcedId());
  }

  private static Set<String> schoolsOfPupil(OneRosterSettings settings, Wire.User user) {
    return user.held().stream()
        .filter(role -> Words.isPupil(role.role()))
        .map(role -> role.org().sourcedId())
        .filter(settings::isSchool)
        .collect(Collectors.toUnmodifiableSet());
  }
}
