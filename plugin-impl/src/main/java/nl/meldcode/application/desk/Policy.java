package nl.meldcode.application.desk;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Roster.SchoolStaff;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.domain.access.AccessTable;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Circle;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Team;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Shared;
import nl.meldcode.domain.practice.Practice;

/** Puts a caller's relation to pupil and dossier to the one table of rights. Pure. */
public final class Policy {
  private static final Verdict NOT_HERE = new Verdict.Deny("PRACTICE", Set.of());

  private final AccessTable table;

  public Policy(AccessTable table) {
    this.table = table;
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
    boolean conflict = isTooClose(visitor.person().id(), dossier);
    boolean sameSchool = visitor.person().school().equals(visitor.school());
    boolean schoolHasAf = visitor.staff().has(Role.AF);
    return table.decide(
        visitor.person(),
        action,
        new Circle(sameSchool, false, false, false, false, false, conflict, false, schoolHasAf));
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
    Team team = new Team(dossier);
    Circle circle =
        new Circle(
            visitor.person().school().equals(visitor.school()),
            teaches(visitor.staff(), staff, groups),
            team.lastConsultationOf(staff) > 0,
            team.includes(staff),
            team.isAdded(staff),
            team.isNamed(staff),
            isTooClose(staff, Optional.of(dossier)),
            false,
            visitor.staff().has(Role.AF));
    return table.decide(visitor.person(), Action.READ_C1, circle).permitted();
  }

  /**
   * Whether the caller may read the content of an entry: its class, or what was recorded by the
   * caller (A.12, 1). Who took part in a consultation reads up to that consultation (C.3).
   */
  public boolean mayRead(Caller caller, Dossier dossier, Recorded recorded) {
    Optional<Dossier> about = Optional.of(dossier);
    Action reading = recorded.entry().contentClass().reading();
    if ((isOwn(caller, recorded) && !recorded.entry().kind().isCopy())
        || table.decide(caller.person(), reading, circle(caller, about, false)).permitted()) {
      return true;
    }
    return recorded.seq() <= new Team(dossier).lastConsultationOf(caller.person().id())
        && table.decide(caller.person(), reading, circle(caller, about, true)).permitted();
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

  private static Circle circle(Caller caller, Optional<Dossier> dossier, boolean asParticipant) {
    Surroundings around = caller.around();
    StaffId staff = caller.person().id();
    Optional<Team> team = dossier.map(Team::new);
    return new Circle(
        caller.person().school().equals(caller.school()),
        teaches(around.staff(), staff, around.pupil().groups()),
        asParticipant && team.filter(it -> it.lastConsultationOf(staff) > 0).isPresent(),
        team.filter(it -> it.includes(staff)).isPresent(),
        team.filter(it -> it.isAdded(staff)).isPresent(),
        team.filter(it -> it.isNamed(staff)).isPresent(),
        isTooClose(staff, dossier),
        dossier.filter(it -> caller.isEmergency(it.id())).isPresent(),
        around.staff().has(Role.AF));
  }

  private static boolean teaches(SchoolStaff staff, StaffId id, Set<String> groups) {
    return staff
        .member(id)
        .map(StaffMember::groups)
        .filter(own -> !Collections.disjoint(own, groups))
        .isPresent();
  }
}
