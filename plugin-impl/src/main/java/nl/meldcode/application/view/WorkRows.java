package nl.meldcode.application.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.Roster.PupilCard;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.WorkRow.When;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.protocol.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has to do in one dossier: what is asked of the role, and the caller's own tasks.
 */
final class WorkRows {
  private final Policy policy;
  private final Caller caller;
  private final Assessments assessments;
  private final Words words;

  WorkRows(Policy policy, Caller caller, Assessments assessments, Texts texts) {
    this.policy = policy;
    this.caller = caller;
    this.assessments = assessments;
    this.words = new Words(texts, caller, assessments.today());
  }

  List<WorkRow> of(Dossier dossier) {
    Words told = words.with(assessments.texts(dossier, caller.locale()));
    return Stream.concat(
            new DossierViews(policy, caller, told, dossier)
                .todo(assessments.of(dossier, assessments.facts(dossier, caller))).stream()
                    .map(one -> finding(dossier, one)),
            new TaskRows(policy, caller, words)
                .of(dossier).stream()
                    .filter(one -> one.mine() && !one.done())
                    .map(one -> task(dossier, one)))
        .toList();
  }

  private WorkRow finding(Dossier dossier, FindingRow one) {
    PupilCard pupil = caller.around().pupil();
    return new WorkRow(
        dossier.id().toString(),
        pupil.name(),
        pupil.groupName(),
        one.message(),
        one.step(),
        one.severity(),
        false,
        when(one.late(), one.dueOn()),
        one.dueOn(),
        one.who(),
        FindingRows.tab(one.step()));
  }

  private WorkRow task(Dossier dossier, TaskRow one) {
    PupilCard pupil = caller.around().pupil();
    return new WorkRow(
        dossier.id().toString(),
        pupil.name(),
        pupil.groupName(),
        one.what(),
        null,
        Severity.MISSING,
        true,
        when(one.late(), one.dueOn()),
        one.dueOn(),
        one.who(),
        "overzicht");
  }

  private When when(boolean late, @Nullable LocalDate due) {
    LocalDate today = words.today();
    if (late) {
      return When.LATE;
    }
    if (due == null) {
      return When.LATER;
    }
    LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return !due.isAfter(today) ? When.TODAY : due.isAfter(sunday) ? When.LATER : When.THIS_WEEK;
  }
}
