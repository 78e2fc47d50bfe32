package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a protocol: five ordered steps and what each asks (S0.1, S0.2).
 * Immutable.
 *
 * @param legalBasis the law it carries out
 * @param opening what is asked of a dossier that holds only signals
 * @param general what is asked of the dossier as a whole
 * @param afterReport what is asked once there is a report to Veilig Thuis (S6)
 * @param escalation null when nobody else is told of what stays late
 */
public record Protocol(
    ProtocolId id,
    LocalDate validFrom,
    String legalBasis,
    List<Demand> opening,
    List<Demand> general,
    List<ProtocolStep> steps,
    ProtocolStep afterReport,
    @Nullable Escalation escalation) {
  public Protocol {
    opening = List.copyOf(opening);
    general = List.copyOf(general);
    steps = List.copyOf(steps);
    if (!steps.stream().map(ProtocolStep::step).toList().equals(Step.NUMBERED)) {
      throw new IllegalArgumentException("not the five steps in order: " + id);
    }
  }

  /** Key of its title. */
  public String titleKey() {
    return "protocol.title";
  }

  /** Everything it asks, in the order of the file. */
  public Stream<Demand> demands() {
    return Stream.of(
            opening.stream(),
            general.stream(),
            steps.stream().flatMap(step -> step.demands().stream()),
            afterReport.demands().stream())
        .flatMap(part -> part);
  }

  /**
   * What it ever asks for, so that a form shows no question of another protocol: kinds of entry
   * ({@code ChildCheck}) and their fields ({@code Weighing.suspicion}), sorted.
   */
  public SortedSet<String> asks() {
    return demands()
        .flatMap(demand -> demand.needs().voices())
        .flatMap(
            one ->
                Stream.concat(
                    one.metBy().stream().map(Kind::jsonName),
                    one.words().map(word -> word.replaceFirst("^field\\.", ""))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is missing, and where each step stands, on that day. Pure. */
  public Assessment assess(Facts facts, LocalDate today) {
    return new Assessor(this, facts, today).assess();
  }
}
