package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Closure;
import org.jspecify.annotations.Nullable;

/** Judges one dossier on one day. Used once. */
final class Assessor {
  /** Id of the finding about a school year that is not known (A.12, 21). */
  private static final String CALENDAR = "calendar";

  private final Protocol protocol;
  private final Facts facts;
  private final LocalDate today;
  private boolean calendarEnded;

  Assessor(Protocol protocol, Facts facts, LocalDate today) {
    this.protocol = protocol;
    this.facts = facts;
    this.today = today;
  }

  /** A dossier that holds only signals is asked no more than whether to open it. */
  Assessment assess() {
    List<Finding> all = facts.dossier().isOpen() ? all() : beforeOpening();
    Set<String> accepted = accepted();
    List<Finding> found = all;
    List<Finding> gaps = List.of();
    if (!accepted.isEmpty()) {
      found = all.stream().filter(one -> !accepted.contains(one.requirement())).toList();
      gaps = all.stream().filter(one -> accepted.contains(one.requirement())).toList();
    }
    List<StepState> states = new StepLine(protocol, facts, found, gaps).states();
    List<Finding> timed =
        found.stream().map(finding -> timed(finding, states)).collect(Collectors.toList());
    if (calendarEnded) {
      timed.add(calendarFinding());
    }
    return new Assessment(timed, gaps, states);
  }

  private List<Finding> beforeOpening() {
    return protocol.opening().stream().flatMap(demand -> findings(demand).stream()).toList();
  }

  private List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    protocol.general().forEach(demand -> all.addAll(findings(demand)));
    for (ProtocolStep step : protocol.steps()) {
      if (!waived(step)) {
        step.demands().forEach(demand -> all.addAll(findings(demand)));
      }
    }
    protocol.afterReport().demands().forEach(demand -> all.addAll(findings(demand)));
    return all;
  }

  private boolean waived(ProtocolStep step) {
    return Optional.ofNullable(step.waivable())
        .flatMap(one -> one.waiver(step.step(), facts))
        .isPresent();
  }

  /** What was accepted as missing when the dossier was closed. */
  private Set<String> accepted() {
    return facts.dossier().closure().map(Stated::entry).stream()
        .flatMap(one -> one.acceptedGaps().stream())
        .map(Closure.AcceptedGap::requirement)
        .collect(Collectors.toSet());
  }

  private List<Finding> findings(Demand demand) {
    List<Lack> lacks = demand.needs().lacks(facts);
    if (lacks.isEmpty()) {
      return List.of();
    }
    Severity severity = demand.severity(facts);
    return lacks.stream()
        .filter(lack -> lack.shown() != Lack.Shown.NOT_BEFORE || !early(lack))
        .map(lack -> finding(demand, severity, lack))
        .toList();
  }

  private Finding finding(Demand demand, Severity severity, Lack lack) {
    LocalDate due = due(demand, lack);
    Timing timing = timing(lack, due);
    return new Finding(
        demand.id(),
        demand.step(),
        severity,
        new Message(demand.messageKey(lack.variant()), lack.arguments()),
        demand.by(),
        due,
        demand.why(),
        lack.metBy() == null ? demand.metBy() : lack.metBy(),
        lack.entry(),
        timing,
        timing == Timing.LATE && severity != Severity.ADVICE ? told(due) : Set.of());
  }

  private boolean early(Lack lack) {
    return lack.opens() != null && today.isBefore(lack.opens());
  }

  private @Nullable LocalDate due(Demand demand, Lack lack) {
    if (lack.shown() == Lack.Shown.NOT_BEFORE) {
      return null;
    }
    LocalDate since = lack.since();
    if (demand.within() == null || since == null) {
      return lack.opens();
    }
    Optional<LocalDate> due = facts.calendar().due(since, demand.within());
    calendarEnded |= due.isEmpty();
    return due.orElse(null);
  }

  private Timing timing(Lack lack, @Nullable LocalDate due) {
    boolean late = due != null && today.isAfter(due);
    boolean waiting = lack.shown() == Lack.Shown.WAITING && due != null && !late;
    return waiting || early(lack) ? Timing.UPCOMING : late ? Timing.LATE : Timing.NOW;
  }

  /** Whom to tell of what was due that day; nobody while the calendar has no answer. */
  private Set<Role> told(@Nullable LocalDate due) {
    Escalation escalation = protocol.escalation();
    return escalation == null || due == null
        ? Set.of()
        : facts
            .calendar()
            .due(due, escalation.after())
            .filter(today::isAfter)
            .map(passed -> escalation.to())
            .orElse(Set.of());
  }

  private static Finding timed(Finding finding, List<StepState> states) {
    boolean later =
        states.stream()
            .anyMatch(
                state -> state.step() == finding.step() && state.status() == StepStatus.LATER);
    return later ? finding.at(Timing.UPCOMING) : finding;
  }

  private Finding calendarFinding() {
    return new Finding(
        CALENDAR,
        null,
        Severity.ADVICE,
        Message.of("finding." + CALENDAR),
        Set.of(),
        null,
        "why." + CALENDAR,
        null,
        null,
        Timing.NOW,
        Set.of());
  }
}
