package nl.meldcode.application.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;

/**
 * Shows what somebody has to do, over all dossiers of the school that this person may know of
 * (A.8). Of any other dossier nothing changes the answer.
 */
public final class ReadWorkList {
  private static final Comparator<WorkRow> MOST_PRESSING_FIRST =
      Comparator.comparing(WorkRow::when)
          .thenComparing(WorkRow::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(WorkRow::pupil)
          .thenComparing(WorkRow::dossier)
          .thenComparing(WorkRow::sentence);

  private final Dossiers dossiers;
  private final Roster roster;
  private final Gate gate;
  private final Assessments assessments;
  private final Texts texts;

  public ReadWorkList(
      Dossiers dossiers, Roster roster, Gate gate, Assessments assessments, Texts texts) {
    this.dossiers = dossiers;
    this.roster = roster;
    this.gate = gate;
    this.assessments = assessments;
    this.texts = texts;
  }

  /**
   * Empty for who has no work in dossiers; the log is written before.
   *
   * @throws HostUnavailable when nobody can say who is in which group: rights depend on it
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be written
   */
  public Optional<WorkList> of(Visitor visitor) {
    Verdict verdict = gate.decide(visitor, Action.READ_WORK_LIST, "work-list");
    if (!verdict.permitted()) {
      return Optional.empty();
    }
    // For everybody, with dossiers or without: else the answer would tell that there are some.
    Map<PupilId, Set<String>> groups = roster.groups(visitor.school());
    gate.shows(What.READ, visitor, verdict.rule(), "work-list");
    Found found = new Found(visitor, groups);
    dossiers.at(visitor.school()).forEach(found::look);
    return Optional.of(found.list());
  }

  /**
   * How many tasks of this visitor are late or due today; none for who has no work in dossiers.
   * Nothing is shown by that, so nothing is logged; what the host does not answer about, or is
   * damaged, is not counted.
   *
   * @throws HostUnavailable as above
   */
  public int pressing(Visitor visitor) {
    if (!gate.policy().decide(visitor, Action.READ_WORK_LIST).permitted()) {
      return 0;
    }
    Found found = new Found(visitor, roster.groups(visitor.school()));
    dossiers.at(visitor.school()).forEach(found::look);
    return (int) found.rows.stream().filter(one -> one.when().isPressing()).count();
  }

  /** What was found for one visitor until now. */
  private final class Found {
    private final Visitor visitor;
    private final Map<PupilId, Set<String>> groups;
    private final List<WorkRow> rows = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private int unanswered;

    Found(Visitor visitor, Map<PupilId, Set<String>> groups) {
      this.visitor = visitor;
      this.groups = groups;
    }

    void look(DossierId id) {
      try {
        dossiers
            .find(visitor.school(), id)
            .filter(one -> one.closure().isEmpty())
            .ifPresent(this::add);
      } catch (Tampered e) {
        damaged.add(id.toString());
      }
    }

    private void add(Dossier dossier) {
      try {
        rows.addAll(rows(visitor, dossier));
      } catch (HostUnavailable e) {
        Set<String> in = groups.getOrDefault(dossier.pupil(), Set.of());
        unanswered += gate.policy().mayKnow(visitor, in, dossier) ? 1 : 0;
      }
    }

    /** Whether it is the role alone that opens a dossier, whoever the pupil is. */
    private boolean readsAll() {
      return gate.policy().decide(visitor, Action.READ_C1).permitted();
    }

    WorkList list() {
      rows.sort(MOST_PRESSING_FIRST);
      return new WorkList(
          assessments.today(),
          visitor.staff().schoolName(),
          rows,
          readsAll() ? damaged : List.of(),
          unanswered,
          gate.policy().decide(visitor, Action.PRACTISE).permitted());
    }
  }

  private List<WorkRow> rows(Visitor visitor, Dossier dossier) {
    Caller caller = visitor.about(dossier.pupil(), roster.known(visitor.school(), dossier.pupil()));
    return gate.policy().mayKnow(caller, Optional.of(dossier))
        ? new WorkRows(gate.policy(), caller, assessments, texts).of(dossier)
        : List.of();
  }
}
