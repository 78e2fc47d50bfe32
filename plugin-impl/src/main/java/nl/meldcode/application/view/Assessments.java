package nl.meldcode.application.view;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.ListsOfSchools;
import nl.meldcode.application.port.Protocols;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.application.port.SchoolCalendars;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Assessment;
import nl.meldcode.domain.protocol.Facts;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.term.SchoolCalendar;

/** Judges dossiers by the protocol each has pinned, today. */
public final class Assessments {
  private final Protocols protocols;
  private final SchoolCalendars calendars;
  private final ListsOfSchools lists;
  private final Clock clock;

  public Assessments(
      Protocols protocols, SchoolCalendars calendars, ListsOfSchools lists, Clock clock) {
    this.protocols = protocols;
    this.calendars = calendars;
    this.lists = lists;
    this.clock = clock;
  }

  /** Today at school. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The protocol of a school for new dossiers. */
  public ProtocolId chosenBy(SchoolId school) {
    return protocols.chosenBy(school);
  }

  /** What a protocol looks at, with the calendar and the lists of the school that is at work. */
  public Facts facts(Dossier dossier, Caller caller) {
    return facts(dossier, caller.school(), caller.around());
  }

  /** The same where nobody is at work. */
  public Facts facts(Dossier dossier, SchoolId school, Surroundings around) {
    return new Facts(
        dossier, around.family(), calendar(school), around.pupil().birthDate(), filled(school));
  }

  /** Whether that school is open that day; false also where its school year is not known. */
  public boolean isSchoolDay(SchoolId school, LocalDate day) {
    return calendar(school).isSchoolDay(day);
  }

  /** The calendar by which terms of this school are counted. */
  SchoolCalendar calendar(SchoolId school) {
    return calendars.of(school);
  }

  /** Names of the lists that this school has filled in. */
  Set<String> filled(SchoolId school) {
    return lists.inForce(school).map(one -> one.lists().filled()).orElse(Set.of());
  }

  /** The texts that findings of a dossier name. */
  Map<String, String> texts(Dossier dossier, Locale language) {
    return protocols.texts(dossier.protocol(), language);
  }

  /** All protocols. */
  public List<ProtocolId> all() {
    return protocols.all();
  }

  /** The texts of a protocol. */
  Map<String, String> texts(ProtocolId id, Locale language) {
    return protocols.texts(id, language);
  }

  /** What another protocol would find. */
  Assessment by(ProtocolId id, Facts facts) {
    return protocols.byId(id).assess(facts, today());
  }

  /** What the protocol of a dossier ever asks for. */
  Set<String> asks(Dossier dossier) {
    return protocols.byId(dossier.protocol()).asks();
  }

  /** What is missing, and where each step stands. */
  public Assessment of(Dossier dossier, Facts facts) {
    return protocols.byId(dossier.protocol()).assess(facts, today());
  }

  /** What stands in the way of closing. */
  public List<Finding> againstClosing(Dossier dossier, Caller caller, Set<String> accepted) {
    return of(dossier, facts(dossier, caller)).againstClosing(accepted);
  }
}
