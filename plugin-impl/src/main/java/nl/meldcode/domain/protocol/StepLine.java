package nl.meldcode.domain.protocol;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.EmergencyAction;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.entry.VeiligThuisReport;

/** Works out where each step stands. */
final class StepLine {
  private final Protocol protocol;
  private final Facts facts;
  private final List<Finding> findings;
  private final List<Finding> gaps;
  private final StepDetail detail;
  private final Map<Step, Long> firstEntries = new EnumMap<>(Step.class);

  StepLine(Protocol protocol, Facts facts, List<Finding> findings, List<Finding> gaps) {
    this.protocol = protocol;
    this.facts = facts;
    this.findings = findings;
    this.gaps = gaps;
    this.detail = new StepDetail(facts, findings);
    facts.dossier().entries().forEach(this::begins);
  }

  /** Settling who has authority is no beginning of the talk with parents. */
  private void begins(Recorded entry) {
    Kind kind = entry.entry().kind();
    Step step = kind.step();
    if (step != null && kind != Kind.GUARDIAN_CONFIRMED) {
      firstEntries.putIfAbsent(step, entry.seq());
    }
  }

  List<StepState> states() {
    List<StepState> states = new ArrayList<>();
    boolean allBefore = facts.dossier().isOpen();
    for (ProtocolStep step : protocol.steps()) {
      StepStatus status = status(step, allBefore);
      states.add(new StepState(step.step(), status, detail.of(step, status)));
      allBefore &= settled(status);
    }
    if (facts.dossier().has(VeiligThuisReport.class)) {
      ProtocolStep after = protocol.afterReport();
      StepStatus status = afterReport(missing(after.step()));
      states.add(new StepState(after.step(), status, detail.of(after, status)));
    }
    return states;
  }

  /** It begins with the report, however far the steps before it are. */
  private StepStatus afterReport(List<Finding> missing) {
    if (missing.isEmpty()) {
      boolean left = gaps.stream().anyMatch(gap -> gap.step() == Step.AFTER_REPORT);
      return left ? StepStatus.ACCEPTED : StepStatus.DONE;
    }
    return open(missing, true, true);
  }

  private StepStatus status(ProtocolStep protocolStep, boolean allBefore) {
    Step step = protocolStep.step();
    boolean begun = firstEntries.containsKey(step);
    List<Finding> missing = missing(step);
    if (!facts.dossier().isOpen()) {
      return begun ? StepStatus.DOING : StepStatus.LATER;
    }
    if (waived(protocolStep)) {
      return StepStatus.REASON;
    }
    if (missing.isEmpty()) {
      if (gaps.stream().anyMatch(gap -> gap.step() == step)) {
        return StepStatus.ACCEPTED;
      }
      return afterwards(step) ? StepStatus.AFTER : StepStatus.DONE;
    }
    return open(missing, begun, allBefore);
  }

  private static StepStatus open(List<Finding> missing, boolean begun, boolean allBefore) {
    if (!begun && !allBefore) {
      return StepStatus.LATER;
    }
    if (missing.stream().anyMatch(finding -> finding.timing() == Timing.LATE)) {
      return StepStatus.LATE;
    }
    boolean dated =
        missing.stream().anyMatch(one -> one.due() != null && one.timing() == Timing.NOW);
    return begun && !dated ? StepStatus.DOING : StepStatus.MISSING;
  }

  private static boolean settled(StepStatus status) {
    return switch (status) {
      case DONE, AFTER, REASON, ACCEPTED -> true;
      case DOING, MISSING, LATE, LATER -> false;
    };
  }

  private boolean waived(ProtocolStep step) {
    Waivable waivable = step.waivable();
    return waivable != null && waivable.waiver(step.step(), facts).isPresent();
  }

  private List<Finding> missing(Step step) {
    return findings.stream().filter(one -> one.step() == step && one.missing()).toList();
  }

  /** Steps 2 to 4 come before acting; in acute danger they are done afterwards (B.5). */
  private boolean afterAnEmergency(Step step, long own) {
    return switch (step) {
      case CONSULTATION, PARENTS, WEIGHING ->
          facts.dossier().all(EmergencyAction.class).stream()
              .anyMatch(one -> one.recorded().seq() < own);
      case SIGNALS, DECISION, AFTER_REPORT -> false;
    };
  }

  private boolean afterwards(Step step) {
    Long own = firstEntries.get(step);
    if (own == null) {
      return false;
    }
    return afterAnEmergency(step, own)
        || firstEntries.entrySet().stream()
            .anyMatch(
                other ->
                    other.getKey() != Step.AFTER_REPORT
                        && other.getKey().compareTo(step) > 0
                        && other.getValue() < own);
  }
}
