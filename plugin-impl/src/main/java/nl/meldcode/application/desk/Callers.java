package nl.meldcode.application.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.EmergencyAccesses;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.SchoolStaff;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.Sessions.Context;
import nl.meldcode.application.port.Sessions.Session;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Team;
import nl.meldcode.domain.practice.Practice;

/** Finds out who is asking, from the session cookie and the context in the address. */
public final class Callers {
  private final Sessions sessions;
  private final Roster roster;
  private final SchoolMergers mergers;
  private final EmergencyAccesses emergencies;
  private final Dossiers dossiers;
  private final Clock clock;

  public Callers(
      Sessions sessions,
      Roster roster,
      SchoolMergers mergers,
      EmergencyAccesses emergencies,
      Dossiers dossiers,
      Clock clock) {
    this.emergencies = emergencies;
    this.dossiers = dossiers;
    this.sessions = sessions;
    this.roster = roster;
    this.mergers = mergers;
    this.clock = clock;
  }

  /**
   * The caller, when the session lives, the context is its own, and the person still works there.
   *
   * @throws nl.meldcode.application.port.HostUnavailable when the host cannot be asked who that is
   */
  public Optional<Caller> find(String secret, String contextId) {
    Optional<Session> session = sessions.find(secret, clock.instant());
    Optional<Context> context = sessions.context(secret, contextId);
    if (session.isEmpty() || context.isEmpty()) {
      return Optional.empty();
    }
    PupilId pupil = context.get().pupil();
    return pupil == null ? Optional.empty() : caller(session.get(), context.get(), pupil);
  }

  /**
   * The visitor, for what is about no pupil; in any context of the session's own.
   *
   * @throws nl.meldcode.application.port.HostUnavailable as above
   */
  public Optional<Visitor> visitor(String secret, String contextId) {
    Optional<Session> session = sessions.find(secret, clock.instant());
    Optional<Context> context = sessions.context(secret, contextId);
    return session.isEmpty() || context.isEmpty()
        ? Optional.empty()
        : visitor(session.get(), context.get());
  }

  private Optional<Visitor> visitor(Session session, Context context) {
    SchoolId school = school(context);
    SchoolStaff staff = roster.staff(school);
    PupilId pupil = context.pupil();
    boolean practises = pupil != null && Practice.is(pupil);
    return staff
        .member(session.staff())
        .map(member -> new Person(member.id(), school, member.roles()))
        .map(person -> new Visitor(person, school, staff, context.locale(), practises));
  }

  /** A frame that was open goes on at the school that its own became part of. */
  private SchoolId school(Context context) {
    return mergers.now().successor(context.school());
  }

  private Optional<Caller> caller(Session session, Context context, PupilId pupil) {
    SchoolId school = school(context);
    Surroundings around = roster.around(school, pupil);
    Instant now = clock.instant();
    return roles(session, around, school)
        .map(
            roles ->
                new Caller(
                    new Person(session.staff(), school, roles),
                    school,
                    pupil,
                    around,
                    context.locale(),
                    context.dossier(),
                    new SignIn(
                        session.isFresh(now),
                        emergencies.open(school, session.staff(), pupil, now).orElse(null)),
                    isTooClose(session.staff(), school, pupil)));
  }

  /** A dossier that was tampered with is shown to nobody. */
  private boolean isTooClose(StaffId staff, SchoolId school, PupilId pupil) {
    try {
      return dossiers.of(school, pupil).stream().anyMatch(one -> new Team(one).inConflict(staff));
    } catch (Tampered e) {
      return false;
    }
  }

  /** Those held at the school; who holds none there may stand in from another one of the board. */
  private Optional<Set<Role>> roles(Session session, Surroundings around, SchoolId school) {
    return around
        .staff()
        .member(session.staff())
        .map(StaffMember::roles)
        .or(
            () ->
                roster.standsIn(school, session.staff())
                    ? Optional.of(Set.of(Role.STAND_IN))
                    : Optional.empty());
  }
}
