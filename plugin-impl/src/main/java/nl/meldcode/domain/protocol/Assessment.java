package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Set;
import nl.meldcode.domain.entry.Step;

/**
 * What a protocol has to say about a dossier on one day.
 *
 * @param gaps what is missing and was accepted when the dossier was closed (O10)
 */
public record Assessment(List<Finding> findings, List<Finding> gaps, List<StepState> steps) {
  public Assessment {
    findings = List.copyOf(findings);
    gaps = List.copyOf(gaps);
    steps = List.copyOf(steps);
  }

  /** Where that step stands. */
  public StepState step(Step step) {
    return steps.stream().filter(state -> state.step() == step).findFirst().orElseThrow();
  }

  /** What is missing, advice left out; empty when the dossier is complete (CR1 to CR5). */
  public List<Finding> missing() {
    return findings.stream().filter(Finding::missing).toList();
  }

  /**
   * What stands in the way of closing: all that is missing and was not accepted with a reason (O10;
   * A.12, 17).
   *
   * @param accepted ids of requirements that were accepted as missing
   */
  public List<Finding> againstClosing(Set<String> accepted) {
    return missing().stream()
        .filter(finding -> !accepted.contains(finding.requirement()))
        .map(finding -> finding.as(Severity.BLOCK))
        .toList();
  }
}
