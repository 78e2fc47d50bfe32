package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.meldcode.domain.access.ContentClass;
import org.jspecify.annotations.Nullable;

/**
 * Advice from outside, asked without naming the family (S2.3, S4.3). Advice of Veilig Thuis is not
 * a report: who asks stays responsible for every further step (S4.10).
 *
 * @param organisationName which one; null where the organisation says it
 * @param topics what was gone through with Veilig Thuis (S4.11)
 * @param support what Veilig Thuis will help with (S4.12)
 * @param adviceToReport whether Veilig Thuis advises to report; null when it said nothing of it
 * @param reportReasons why, when it does (S4.13)
 * @param registered how Veilig Thuis registers the advice; null when that is not known
 */
public record ExternalConsultation(
    @NotNull Organisation organisation,
    @Nullable @Size(max = Text.SHORT) String organisationName,
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.SHORT) String contact,
    @NotBlank @Size(max = Text.LONG) String question,
    @NotBlank @Size(max = Text.LONG) String advice,
    @Size(max = 13) List<@Valid @NotNull TopicAnswer> topics,
    Set<@NotNull Support> support,
    @Nullable Boolean adviceToReport,
    Set<@NotNull ReportReason> reportReasons,
    @Nullable LocalDate followUpOn,
    @Nullable Registration registered)
    implements Entry {
  public ExternalConsultation {
    topics = Copies.list(topics);
    support = Copies.set(support);
    reportReasons = Copies.set(reportReasons);
  }

  /** Who is asked. */
  public enum Organisation {
    VEILIG_THUIS,
    GGD,
    /** Somebody who can judge injuries (B.11). */
    INJURY_EXPERT,
    /** Somebody who knows of honour-related violence, forced marriage or genital mutilation. */
    SPECIAL_FORM_EXPERT,
    OTHER
  }

  /** What Veilig Thuis can help with (S4.12). */
  public enum Support {
    PREPARE_TALKS,
    DURING_TALKS,
    SAFETY_PLAN,
    ATTEND_LOCAL_TEAM
  }

  /** Why Veilig Thuis advises to report (S4.13). */
  public enum ReportReason {
    SEVERITY_AND_NATURE,
    ASKER_CAPACITY
  }

  /** How Veilig Thuis registers the advice (S4.11-13). */
  public enum Registration {
    ANONYMOUS,
    ASKER_NAME
  }

  /** One topic: discussed, or not for a reason. */
  public record TopicAnswer(
      @NotNull AdviceTopic topic, boolean done, @Nullable @Size(max = Text.LONG) String note) {
    @Override
    public String toString() {
      return "TopicAnswer[" + topic + "]";
    }
  }

  /** Advice of Veilig Thuis is kept closer than that of others (C.3). */
  @Override
  public ContentClass contentClass() {
    return ofVeiligThuis() ? ContentClass.C3 : ContentClass.C2;
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults =
        new Faults()
            .require(
                organisation != Organisation.OTHER || Text.given(organisationName),
                "/organisationName",
                "name.missing")
            .require(ofVeiligThuis() || topics.isEmpty(), "/topics", "veiligThuis.only")
            .require(
                !Boolean.TRUE.equals(adviceToReport) || !reportReasons.isEmpty(),
                "/reportReasons",
                "reason.missing");
    for (int i = 0; i < topics.size(); i++) {
      TopicAnswer answer = topics.get(i);
      faults.require(
          answer.done() || Text.given(answer.note()), "/topics/" + i + "/note", "reason.missing");
    }
    return faults.list();
  }

  /** Whether it is an advice talk with Veilig Thuis. */
  public boolean ofVeiligThuis() {
    return organisation == Organisation.VEILIG_THUIS;
  }

  /** Whether it can judge honour-related violence and the like (B11.2). */
  public boolean knowsSpecialForms() {
    return ofVeiligThuis() || organisation == Organisation.SPECIAL_FORM_EXPERT;
  }

  /** Whether that topic was discussed, or left out for a reason. */
  public boolean dealtWith(AdviceTopic topic) {
    return topics.stream().anyMatch(one -> one.topic() == topic);
  }

  @Override
  public String toString() {
    return "ExternalConsultation";
  }
}
