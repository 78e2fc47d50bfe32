package nl.meldcode.application.desk;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.SchoolStaff;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.Sessions.Context;
import nl.meldcode.application.port.Sessions.Session;
import nl.meldcode.domain.access.Person;

/** Finds out who is asking, from the session cookie and the context in the address. */
public final class Callers {
  private final Sessions sessions;
  private final Roster roster;
  private final Clock clock;

  public Callers(Sessions sessions, Roster roster, Clock clock) {
    this.sessions = sessions;
    this.roster = roster;
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
    SchoolStaff staff = roster.staff(context.school());
    Locale locale = Locale.forLanguageTag(context.locale());
    return staff
        .member(session.staff())
        .map(member -> new Person(member.id(), context.school(), member.roles()))
        .map(person -> new Visitor(person, context.school(), staff, locale));
  }

  private Optional<Caller> caller(Session session, Context context, PupilId pupil) {
    Surroundings around = roster.around(context.school(), pupil);
    return around
        .staff()
        .member(session.staff())
        .map(
            member ->
                new Caller(
                    new Person(member.id(), context.school(), member.roles()),
                    context.school(),
                    pupil,
                    around,
                    Locale.forLanguageTag(context.locale()),
                    context.dossier()));
  }
}
