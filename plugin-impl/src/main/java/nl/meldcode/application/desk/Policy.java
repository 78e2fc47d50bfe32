package nl.meldcode.application.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Roster.SchoolStaff;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.domain.access.AccessTable;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Circle;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.access.Tie;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Team;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Shared;
import nl.meldcode.domain.practice.Practice;

/** Puts a caller's relation to pupil and dossier to the one table of rights. */
public final class Policy {
  private static final Verdict NOT_HERE = new Verdict.Deny("PRACTICE", Set.of());

  private static final int LONG_CLOSED_DAYS = 30;

  private final AccessTable table;
  private final Clock clock;

  /** Takes the clock with the time zone of the school. */
  public Policy(AccessTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** May this caller do this, about this pupil and this dossier if there is one. */
  public Verdict decide(Caller caller, Action action, Optional<Dossier> dossier) {
    return Practice.is(caller.pupil()) && Practice.leavesOut(action)
        ? NOT_HERE
        : table.decide(caller.person(), action, circle(caller, dossier, true));
  }

  /** May this visitor do this, where it is about no pupil. */
  public Verdict decide(Visitor visitor, Action action) {
    return decide(visitor, action, Optional.empty());
  }

  /** The same about one dossier among others, for who is on no page of its pupil. */
  public Verdict decide(Visitor visitor, Action action, Optional<Dossier> dossier) {
    if (visitor.practises() && Practice.leavesOut(action)) {
      return NOT_HERE;
    }
    Set<Tie> ties = ties(visitor.person(), visitor.school(), visitor.staff());
    add(ties, Tie.CONFLICT, isTooClose(visitor.person().id(), dossier));
    return table.decide(visitor.person(), action, new Circle(ties));
  }

  /** Whether a conflict of interest was recorded of this person: it beats every role (A.12, 2). */
  public static boolean isTooClose(StaffId staff, Optional<Dossier> dossier) {
    return dossier.map(Team::new).filter(it -> it.inConflict(staff)).isPresent();
  }

  /** Whether the caller may know that this pupil's dossier exists (C1). */
  public boolean mayKnow(Caller caller, Optional<Dossier> dossier) {
    return decide(caller, Action.READ_C1, dossier).permitted();
  }

  /** The same for a visitor, where nothing is known of the pupil but the groups. */
  public boolean mayKnow(Visitor visitor, Set<String> groups, Dossier dossier) {
    StaffId staff = visitor.person().id();
    Set<Tie> ties = ties(visitor.person(), visitor.school(), visitor.staff());
    add(ties, Tie.TEACHES, teaches(visitor.staff(), staff, groups));
    ties.addAll(ties(staff, dossier));
    return table.decide(visitor.person(), Action.READ_C1, new Circle(ties)).permitted();
  }

  /**
   * Whether the caller may read the content of an entry: its class, or what was recorded by the
   * caller (A.12, 1). Who took part in a consultation reads up to that consultation (C.3).
   */
  public boolean mayRead(Caller caller, Dossier dossier, Recorded recorded) {
    Action reading = recorded.entry().contentClass().reading();
    return readsOwn(caller, dossier, recorded)
        || recorded.seq() <= readsUpTo(caller, dossier, reading);
  }

  /**
   * What somebody recorded can be read back as long as the relation lasts; a signal or an emergency
   * action, which everybody may record, always (A.12, 1 and 2).
   */
  private boolean readsOwn(Caller caller, Dossier dossier, Recorded recorded) {
    Kind kind = recorded.entry().kind();
    return isOwn(caller, recorded)
        && !kind.isCopy()
        && (kind == Kind.SIGNAL
            || kind == Kind.EMERGENCY_ACTION
            || mayKnow(caller, Optional.of(dossier)));
  }

  /** The last entry that this reading reaches; 0 for none (C.3). */
  public long readsUpTo(Caller caller, Dossier dossier, Action reading) {
    Optional<Dossier> about = Optional.of(dossier);
    if (table.decide(caller.person(), reading, circle(caller, about, false)).permitted()) {
      return Long.MAX_VALUE;
    }
    return table.decide(caller.person(), reading, circle(caller, about, true)).permitted()
        ? new Team(dossier).lastConsultationOf(caller.person().id())
        : 0;
  }

  /** The entries of a dossier that the caller may read, in their order. */
  public List<Recorded> known(Caller caller, Dossier dossier) {
    return dossier.entries().stream().filter(one -> mayRead(caller, dossier, one)).toList();
  }

  /**
   * What putting an entry right asks beside the right to record it: nothing of who recorded it. An
   * entry that is not there belongs to somebody else.
   */
  public static Optional<Action> beside(Caller caller, Optional<Dossier> dossier, EntryId entry) {
    boolean own =
        dossier.flatMap(it -> it.entry(entry)).filter(it -> isOwn(caller, it)).isPresent();
    return own ? Optional.empty() : Optional.of(Action.CORRECT_OTHERS);
  }

  /** Whether the caller may put this entry right: as it stands, and by the page of one pupil. */
  public boolean mayCorrect(Caller caller, Dossier dossier, Recorded recorded) {
    Optional<Dossier> about = Optional.of(dossier);
    Entry entry = dossier.standing(recorded);
    return entry.kind().correctable()
        && !(entry instanceof Shared shared && shared.incident() != null)
        && decide(caller, entry.action(), about).permitted()
        && beside(caller, about, recorded.id())
            .filter(more -> !decide(caller, more, about).permitted())
            .isEmpty();
  }

  /** Whether the caller recorded it. */
  public static boolean isOwn(Caller caller, Recorded recorded) {
    return recorded.author().equals(caller.person().id());
  }

  private Circle circle(Caller caller, Optional<Dossier> dossier, boolean asParticipant) {
    Surroundings around = caller.around();
    StaffId staff = caller.person().id();
    Set<Tie> ties = ties(caller.person(), caller.school(), around.staff());
    add(ties, Tie.TEACHES, teaches(around.staff(), staff, around.pupil().groups()));
    if (dossier.isPresent()) {
      Dossier about = dossier.get();
      ties.addAll(ties(staff, about));
      add(ties, Tie.CONFLICT, caller.tooClose());
      add(ties, Tie.EMERGENCY, caller.isEmergency(about.id()));
      add(ties, Tie.LONG_CLOSED, isLongClosed(about));
      if (!asParticipant) {
        ties.remove(Tie.PARTICIPANT);
      }
    }
    return new Circle(ties);
  }

  private static Set<Tie> ties(Person person, SchoolId school, SchoolStaff staff) {
    Set<Tie> ties = EnumSet.noneOf(Tie.class);
    add(ties, Tie.SAME_SCHOOL, person.school().equals(school));
    add(ties, Tie.SCHOOL_HAS_AF, staff.has(Role.AF));
    return ties;
  }

  private static Set<Tie> ties(StaffId staff, Dossier dossier) {
    Team team = new Team(dossier);
    Set<Tie> ties = EnumSet.noneOf(Tie.class);
    add(ties, Tie.PARTICIPANT, team.lastConsultationOf(staff) > 0);
    add(ties, Tie.TEAM_MEMBER, team.includes(staff));
    add(ties, Tie.ADDED, team.isAdded(staff));
    add(ties, Tie.NAMED, team.isNamed(staff));
    add(ties, Tie.CONFLICT, team.inConflict(staff));
    return ties;
  }

  private static void add(Set<Tie> ties, Tie tie, boolean holds) {
    if (holds) {
      ties.add(tie);
    }
  }

  private boolean isLongClosed(Dossier dossier) {
    return dossier
        .closure()
        .map(it -> LocalDate.ofInstant(it.recorded().at(), clock.getZone()))
        .filter(it -> it.plusDays(LONG_CLOSED_DAYS).isBefore(LocalDate.now(clock)))
        .isPresent();
  }

  private static boolean teaches(SchoolStaff staff, StaffId id, Set<String> groups) {
    return staff
        .member(id)
        .map(StaffMember::groups)
        .filter(own -> !Collections.disjoint(own, groups))
        .isPresent();
  }
}
