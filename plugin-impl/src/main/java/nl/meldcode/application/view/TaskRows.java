package nl.meldcode.application.view;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Tasks;

/**
 * The tasks of a dossier that a caller may know of: those of entries the caller reads, and the
 * caller's own (A.12, 3).
 */
final class TaskRows {
  private final Policy policy;
  private final Caller caller;
  private final Words words;

  TaskRows(Policy policy, Caller caller, Words words) {
    this.policy = policy;
    this.caller = caller;
    this.words = words;
  }

  List<TaskRow> of(Dossier dossier) {
    return Tasks.of(dossier).stream()
        .filter(one -> isMine(one) || policy.mayRead(caller, dossier, one.source()))
        .map(this::row)
        .toList();
  }

  private boolean isMine(Tasks.Assigned assigned) {
    return caller.person().id().equals(assigned.task().owner());
  }

  private TaskRow row(Tasks.Assigned assigned) {
    StaffId owner = assigned.task().owner();
    String who = assigned.task().who();
    LocalDate due = assigned.task().dueOn();
    return new TaskRow(
        assigned.source().id().toString(),
        assigned.number(),
        assigned.task().what(),
        owner == null ? (who == null ? "" : who) : words.staff(owner).name(),
        isMine(assigned),
        due,
        due != null && !assigned.done() && words.today().isAfter(due),
        assigned.done());
  }
}
