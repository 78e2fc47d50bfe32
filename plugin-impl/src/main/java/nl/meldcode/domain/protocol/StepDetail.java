package nl.meldcode.domain.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Consultation;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.Step;
import org.jspecify.annotations.Nullable;

/** The few words beside a step: what was done, who is at it, what is asked. */
final class StepDetail {
  private final Facts facts;
  private final List<Finding> findings;

  StepDetail(Facts facts, List<Finding> findings) {
    this.facts = facts;
    this.findings = findings;
  }

  @Nullable Message of(ProtocolStep step, StepStatus status) {
    return switch (status) {
      case DONE -> done(step.step()).orElse(null);
      case AFTER -> last(step.step()).map(StepDetail::recordedOn).orElse(null);
      case REASON -> waiver(step);
      case ACCEPTED -> Message.of("detail.accepted");
      case DOING -> doing(step.step()).orElse(null);
      case MISSING, LATE -> asked(step.step(), status).orElse(null);
      case LATER -> Message.of("detail.by." + step.step().id());
    };
  }

  private Optional<Message> done(Step step) {
    return switch (step) {
      case SIGNALS -> signals();
      case CONSULTATION ->
          facts
              .dossier()
              .latest(Consultation.class)
              .map(Stated::entry)
              .map(one -> Message.of("detail." + one.level(), new Argument.Day(one.on())));
      case DECISION ->
          facts
              .dossier()
              .latest(Decision.class)
              .map(Stated::entry)
              .map(one -> Message.of("detail." + one.choice(), new Argument.Day(one.on())));
      case AFTER_REPORT -> facts.dossier().conclusion().map(one -> Message.of("detail." + one));
      case PARENTS, WEIGHING -> last(step).map(StepDetail::recordedOn);
    };
  }

  private Optional<Message> doing(Step step) {
    return step == Step.SIGNALS ? signals() : last(step).map(StepDetail::author);
  }

  private Optional<Message> signals() {
    List<Stated<Signal>> all =
        facts.dossier().all(Signal.class).stream()
            .sorted(Comparator.comparing(one -> one.entry().observedOn()))
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Argument.Day first = new Argument.Day(all.get(0).entry().observedOn());
    Argument.Day last = new Argument.Day(all.get(all.size() - 1).entry().observedOn());
    return Optional.of(
        all.size() == 1
            ? Message.of("detail.signal", first)
            : first.equals(last)
                ? Message.of("detail.signalsOn", new Argument.Count(all.size()), first)
                : Message.of("detail.signals", new Argument.Count(all.size()), first, last));
  }

  /** The finding that is due first; late before not yet late. */
  private Optional<Message> asked(Step step, StepStatus status) {
    Comparator<Finding> firstDue =
        Comparator.comparing(Finding::due, Comparator.nullsLast(Comparator.naturalOrder()));
    return findings.stream()
        .filter(one -> one.step() == step && one.missing())
        .filter(one -> status != StepStatus.LATE || one.timing() == Timing.LATE)
        .min(firstDue)
        .map(Finding::message);
  }

  private @Nullable Message waiver(ProtocolStep step) {
    Waivable waivable = step.waivable();
    return waivable == null
        ? null
        : waivable
            .waiver(step.step(), facts)
            .map(
                one ->
                    Message.of(
                        "detail.waiver",
                        new Argument.Word("ground." + one.entry().ground()),
                        new Argument.Word("role." + one.recorded().role())))
            .orElse(null);
  }

  private Optional<Recorded> last(Step step) {
    return facts.dossier().entries().stream()
        .filter(one -> one.entry().kind().step() == step)
        .reduce((first, second) -> second);
  }

  private static Message recordedOn(Recorded entry) {
    return Message.of("detail.recordedOn", new Argument.Day(Days.recorded(entry)));
  }

  private static Message author(Recorded entry) {
    return Message.of("detail.author", new Argument.Staff(entry.author()));
  }
}
