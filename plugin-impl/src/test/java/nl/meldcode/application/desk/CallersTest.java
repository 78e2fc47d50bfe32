package nl.meldcode.application.desk;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.LOTTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.School;
import nl.meldcode.application.port.InMemoryDossiers;
import nl.meldcode.application.port.InMemoryEmergencies;
import nl.meldcode.application.port.InMemoryMergers;
import nl.meldcode.application.port.InMemorySessions;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.entry.ConflictOfInterest;
import nl.meldcode.domain.school.Mergers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallersTest {
  private final School school = new School();
  private final Sessions sessions = new InMemorySessions();
  private final InMemoryMergers mergers = new InMemoryMergers();
  private final InMemoryEmergencies emergencies = new InMemoryEmergencies();
  private final InMemoryDossiers dossiers = new InMemoryDossiers();
  private final Callers callers =
      new Callers(sessions, school, mergers, emergencies, dossiers, school.clock());

  @Test
  void whoIsAskingFollowsFromSessionAndContext() {
    String session = begin(ANJA.id());
    String context = open(session, LOTTE);
    Person person = new Person(ANJA.id(), School.ID, ANJA.roles());

    assertThat(callers.find(session, context))
        .hasValueSatisfying(
            caller -> {
              assertThat(caller.person()).isEqualTo(person);
              assertThat(caller.pupil()).isEqualTo(LOTTE);
              assertThat(caller.locale()).isEqualTo(Locale.ENGLISH);
              assertThat(caller.around().pupil().name()).isEqualTo("Lotte Hendriks");
            });
    assertThat(callers.visitor(session, context))
        .hasValueSatisfying(
            visitor -> {
              assertThat(visitor.person()).isEqualTo(person);
              assertThat(visitor.school()).isEqualTo(School.ID);
              assertThat(visitor.staff().schoolName()).isEqualTo("De Vlieger");
            });
  }

  @Test
  void withoutAPupilThereIsAVisitorAndNoCaller() {
    String session = begin(ANJA.id());
    String context = open(session, null);

    assertThat(callers.find(session, context)).isEmpty();
    assertThat(callers.visitor(session, context)).isPresent();
  }

  @Test
  @Covers("S04")
  void withoutSessionOrContextOfItsOwnThereIsNobody() {
    String session = begin(ANJA.id());
    String context = open(session, LOTTE);
    String other = begin(ANJA.id());

    for (String[] pair : new String[][] {{"none", context}, {session, "none"}, {other, context}}) {
      assertThat(callers.find(pair[0], pair[1])).isEmpty();
      assertThat(callers.visitor(pair[0], pair[1])).isEmpty();
    }
  }

  @Test
  @Covers("P6")
  void anOpenFrameGoesOnAtTheSchoolThatItsOwnBecamePartOf() {
    String session = begin(ANJA.id());
    String context = open(session, LOTTE);
    SchoolId next = new SchoolId("99ND");

    mergers.keep(new Mergers(Map.of(School.ID, next)));

    assertThat(callers.find(session, context)).map(Caller::school).contains(next);
    assertThat(callers.visitor(session, context)).map(Visitor::school).contains(next);
  }

  @Test
  @Covers("S13")
  void whoDoesNotWorkThereAnyMoreIsNobody() {
    String session = begin(new StaffId(UUID.randomUUID()));
    String context = open(session, LOTTE);

    assertThat(callers.find(session, context)).isEmpty();
    assertThat(callers.visitor(session, context)).isEmpty();
  }

  /** Whichever of the pupil's dossiers is at hand. */
  @Test
  @Covers("A.12.2")
  void aConflictOfInterestIsAboutTheChildAndNotAboutOneDossier() {
    String session = begin(ANJA.id());
    String context = open(session, LOTTE);
    NewEntries earlier = NewEntries.of(School.ID, LOTTE);
    dossiers.append(earlier.signal("a"));
    dossiers.append(NewEntries.of(School.ID, LOTTE).signal("b"));
    assertThat(callers.find(session, context)).map(Caller::tooClose).contains(false);

    dossiers.append(earlier.with(conflict(true)));
    assertThat(callers.find(session, context)).map(Caller::tooClose).contains(true);
    assertThat(callers.find(session, open(session, School.FINN)))
        .map(Caller::tooClose)
        .contains(false);

    dossiers.append(earlier.with(conflict(false)));
    assertThat(callers.find(session, context)).map(Caller::tooClose).contains(false);
  }

  private static ConflictOfInterest conflict(boolean holds) {
    return new ConflictOfInterest(ANJA.id(), holds, "Oom van het kind.", LocalDate.of(2026, 3, 2));
  }

  private String begin(StaffId staff) {
    return sessions.begin(
        new Sessions.Session("tenant", staff, school.clock().instant(), school.clock().instant()));
  }

  private String open(String session, @Nullable PupilId pupil) {
    return sessions.open(
        session, new Sessions.Context(School.ID, pupil, Locale.ENGLISH), school.clock().instant());
  }
}
