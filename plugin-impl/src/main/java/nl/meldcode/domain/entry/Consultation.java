package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.access.Action;
import org.jspecify.annotations.Nullable;

/**
 * Talking it over with colleagues, an expert or a case conference (S2.1, S2.4 to S2.10).
 *
 * @param parts what was said of one pupil alone, where it was about an incident
 */
public record Consultation(
    @NotNull ConsultLevel level,
    @NotNull @PastOrPresent LocalDate on,
    @NotNull @Size(min = 2, max = 40) List<@Valid @NotNull Participant> participants,
    @NotBlank @Size(max = Text.LONG) String question,
    @NotBlank @Size(max = Text.LONG) String outcome,
    Set<@NotNull Topic> topics,
    @Nullable @Valid Conference conference,
    @Nullable UUID incident,
    @Size(max = 40) List<@Valid @NotNull PupilPart> parts)
    implements HoldsTasks, Shared {
  public Consultation {
    parts = Copies.list(parts);
    participants = Copies.list(participants);
    topics = Copies.set(topics);
  }

  /** What colleagues can advise about (S2.4). */
  public enum Topic {
    HANDLING_BEHAVIOUR,
    PUPIL,
    PARENT_CONTACT
  }

  /** What only a case conference has (S2.8, S2.10). */
  public record Conference(
      @Nullable @Size(max = Text.LONG) String analysis,
      @Size(max = 40) List<@Valid @NotNull Agreement> plan,
      @Nullable Boolean parentsPresent,
      @Nullable @Size(max = Text.LONG) String parentsReason) {
    public Conference {
      plan = Copies.list(plan);
    }

    @Override
    public String toString() {
      return "Conference";
    }
  }

  @Override
  public List<Task> tasks() {
    return conference == null ? List.of() : HoldsTasks.of(conference.plan());
  }

  @Override
  public Consultation partOf(PupilId pupil) {
    return new Consultation(
        level,
        on,
        participants,
        question,
        outcome,
        topics,
        conference,
        incident,
        PupilPart.of(parts, pupil));
  }

  /** Convening a case conference asks for another right than asking a colleague (A.12, 6). */
  @Override
  public Action action() {
    return level == ConsultLevel.CASE_CONFERENCE ? Action.CONVENE_CONFERENCE : Action.CONSULT;
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults = new Faults();
    for (int i = 0; i < participants.size(); i++) {
      Participant one = participants.get(i);
      StaffId staff = one.staff();
      faults
          .require(
              staff == null || known.isStaff(staff),
              "/participants/" + i + "/staff",
              "staff.unknown")
          .require(
              staff != null || Text.given(one.name()),
              "/participants/" + i + "/name",
              "name.missing");
    }
    return faults
        .require(
            conference == null || level == ConsultLevel.CASE_CONFERENCE,
            "/conference",
            "conference.only")
        .requireShared(this, parts, known)
        .list();
  }

  /** Whether somebody from outside the school was present (S2.9). */
  public boolean externalsPresent() {
    return participants.stream().anyMatch(Participant::external);
  }

  @Override
  public String toString() {
    return "Consultation";
  }
}
