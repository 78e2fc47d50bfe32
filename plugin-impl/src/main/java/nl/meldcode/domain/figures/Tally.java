package nl.meldcode.domain.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.ReportVersion;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.entry.Route;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.entry.VeiligThuisReport;
import nl.meldcode.domain.protocol.Assessment;
import nl.meldcode.domain.protocol.Days;
import nl.meldcode.domain.protocol.Facts;

/**
 * What one dossier adds to the figures of its school: no name, no id, no day.
 *
 * @param reported whether there is a report to Veilig Thuis
 * @param steps where each of the five steps stands
 * @param days how many school days after the opening a step was begun that is done
 * @param answers of everybody who is asked, to each report as it is now
 */
public record Tally(
    Route route,
    boolean reported,
    Map<Step, Standing> steps,
    Map<Step, Integer> days,
    List<Answer> answers) {
  public Tally {
    steps = Map.copyOf(steps);
    days = Map.copyOf(days);
    answers = List.copyOf(answers);
  }

  /** Of a dossier that was opened on that day. */
  public static Tally of(Facts facts, Assessment assessment, LocalDate opened) {
    Dossier dossier = facts.dossier();
    Map<Step, Standing> steps = new EnumMap<>(Step.class);
    Map<Step, Integer> days = new EnumMap<>(Step.class);
    for (Step step : Step.NUMBERED) {
      Standing standing = Standing.of(assessment.step(step).status());
      steps.put(step, standing);
      if (standing == Standing.DONE) {
        begun(facts, step, opened).ifPresent(many -> days.put(step, many));
      }
    }
    return new Tally(
        dossier.route(), dossier.has(VeiligThuisReport.class), steps, days, answers(facts));
  }

  /** Signals come before the opening, and are not counted in days. */
  private static OptionalInt begun(Facts facts, Step step, LocalDate opened) {
    return step == Step.SIGNALS
        ? OptionalInt.empty()
        : facts.dossier().entries().stream()
            .filter(one -> one.entry().kind().step() == step)
            .map(Days::event)
            .min(LocalDate::compareTo)
            .map(first -> facts.calendar().schoolDays(opened, first))
            .orElse(OptionalInt.empty());
  }

  private static List<Answer> answers(Facts facts) {
    List<Answer> all = new ArrayList<>();
    for (ReportVersion version : new Reports(facts.dossier()).latest()) {
      version
          .signatories(facts.family())
          .forEach(
              person ->
                  all.add(
                      version
                          .answer(person)
                          .map(one -> Answer.of(one.entry().status()))
                          .orElse(Answer.OFFERED)));
    }
    return all;
  }
}
