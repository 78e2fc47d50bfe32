package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A report to Veilig Thuis: eleven topics and the talk about it (S5.11 to S5.17). */
public record VeiligThuisReport(
    @NotNull @PastOrPresent LocalDate on,
    @NotNull @Size(max = 11) List<@Valid @NotNull TopicAnswer> topics,
    @NotBlank @Size(max = Text.SHORT) String contact,
    boolean legalDiscussed,
    @Nullable LocalDate agreedFeedbackOn)
    implements Entry {
  public VeiligThuisReport {
    topics = Copies.list(topics);
  }

  /** The 8 + 3 topics, in the order of S5.12a to S5.13c. */
  public enum Topic {
    REPORTER_RELATION,
    IMMEDIATE_CAUSE,
    ABUSE,
    RISK_FACTORS,
    PROTECTIVE_FACTORS,
    HOUSEHOLD_COMPOSITION,
    HOUSEHOLD_ADDRESS,
    CHILDREN_AGES,
    CARE_CONTACTS,
    POLICE_CONTACTS,
    INTERVENTION_RISKS
  }

  /** One topic: filled, or honestly unknown. */
  public record TopicAnswer(
      @NotNull Topic topic, boolean unknown, @Nullable @Size(max = Text.LONG) String text) {
    /** Whether the topic is dealt with. */
    public boolean resolved() {
      return unknown || Text.given(text);
    }

    @Override
    public String toString() {
      return "TopicAnswer[" + topic + "]";
    }
  }

  /** What the family's other members may not learn of one another (C.3, C4). */
  private static final Set<Topic> ABOUT_OTHERS =
      EnumSet.of(Topic.HOUSEHOLD_ADDRESS, Topic.POLICE_CONTACTS);

  /** The same with a word in place of where the family lives and of what the police know. */
  public VeiligThuisReport withoutOthers(String word) {
    return new VeiligThuisReport(
        on,
        topics.stream()
            .map(
                one ->
                    ABOUT_OTHERS.contains(one.topic()) && Text.given(one.text())
                        ? new TopicAnswer(one.topic(), one.unknown(), word)
                        : one)
            .toList(),
        contact,
        legalDiscussed,
        agreedFeedbackOn);
  }

  @Override
  public String toString() {
    return "VeiligThuisReport";
  }
}
