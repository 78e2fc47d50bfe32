package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * The weighing by IB or head: criteria, the four questions, external advice, conclusion (S4.4 to
 * S4.8; B2.Q1). Whether all criteria are clear (W1) is derived, never entered.
 *
 * @param suspicion whether a suspicion is left after steps 1 to 4; null where the protocol does not
 *     ask it
 * @param parts what concerns one pupil alone, where it is about an incident
 */
public record Weighing(
    @Nullable Boolean suspicion,
    @NotNull Scope scope,
    @Size(max = 20) List<@Valid @NotNull CriterionAnswer> individual,
    @Size(max = 200) List<@Valid @NotNull CriterionAnswer> group,
    @Nullable @Size(max = Text.LONG) String bystanders,
    @Nullable @Valid SafetyRisk safetyRisk,
    @Nullable @Valid Unrest unrest,
    @Nullable @Size(max = Text.LONG) String developmentPoints,
    @NotNull Boolean externalAdviceAsked,
    @Nullable @Size(max = Text.LONG) String externalAdviceReason,
    @NotNull Conclusion conclusion,
    @NotBlank @Size(max = Text.LONG) String motivation,
    @Nullable UUID incident,
    @Size(max = 40) List<@Valid @NotNull PupilPart> parts)
    implements Shared {
  public Weighing {
    parts = Copies.list(parts);
    individual = Copies.list(individual);
    group = Copies.list(group);
  }

  /** Behaviour of one pupil, of a group, or both (S4.4). */
  public enum Scope {
    INDIVIDUAL,
    GROUP,
    BOTH;

    /** Whether the criteria for one pupil are asked. */
    public boolean asksIndividual() {
      return this != GROUP;
    }

    /** Whether the criteria for a group are asked. */
    public boolean asksGroup() {
      return this != INDIVIDUAL;
    }
  }

  /** Proposal to step 5 (S4.7). */
  public enum Conclusion {
    NO_CONCERN,
    CONCERN_HELP,
    CONCERN_REPORT
  }

  /** W2: risks for safety (S4.6b). */
  public record SafetyRisk(
      @NotNull YesNoUnknown physical,
      @NotNull YesNoUnknown social,
      @Nullable @Size(max = Text.LONG) String note) {
    @Override
    public String toString() {
      return "SafetyRisk";
    }
  }

  /** W3: unrest that the behaviour can lead to (S4.6c). */
  public record Unrest(
      @NotNull YesNoUnknown inClass,
      @NotNull YesNoUnknown inSchool,
      @NotNull YesNoUnknown inCommunity,
      @Nullable @Size(max = Text.LONG) String note) {
    @Override
    public String toString() {
      return "Unrest";
    }
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults = new Faults();
    for (int i = 0; i < individual.size(); i++) {
      CriterionAnswer one = individual.get(i);
      faults
          .require(!one.misplaced(false), "/individual/" + i, "criterion.misplaced")
          .require(incident == null || !one.lacksPupil(), "/individual/" + i, "answer.missing");
    }
    for (int i = 0; i < group.size(); i++) {
      CriterionAnswer one = group.get(i);
      faults
          .require(!one.misplaced(true), "/group/" + i, "criterion.misplaced")
          .require(incident == null || !one.lacksPupil(), "/group/" + i, "answer.missing")
          .require(
              one.pupil() == null || known.isPupil(one.pupil()),
              "/group/" + i + "/pupil",
              "pupil.unknown");
    }
    return faults.requireShared(this, parts, known).list();
  }

  @Override
  public Weighing partOf(PupilId pupil) {
    return new Weighing(
        suspicion,
        scope,
        CriterionAnswer.about(individual, pupil),
        CriterionAnswer.about(group, pupil),
        bystanders,
        safetyRisk,
        unrest,
        developmentPoints,
        externalAdviceAsked,
        externalAdviceReason,
        conclusion,
        motivation,
        incident,
        PupilPart.of(parts, pupil));
  }

  /** All answers to criteria. */
  public Stream<CriterionAnswer> answers() {
    return Stream.concat(individual.stream(), group.stream());
  }

  /** W1: every criterion that was answered is clear (S4.6a). */
  public boolean allCriteriaClear() {
    return answers().allMatch(CriterionAnswer::clear);
  }

  @Override
  public String toString() {
    return "Weighing";
  }
}
