package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * What Veilig Thuis told the school about a report: never more than the school needs (S6.6 to
 * S6.12). Feedback about the family itself is a {@link FamilyInformation}.
 *
 * @param expectations what Veilig Thuis expects of the school: each becomes somebody's task (S6.7c)
 * @param handedOver the case went to another organisation; then with whom (S6.8)
 * @param actionTaken whether Veilig Thuis acted; if not, why (S6.10)
 * @param useOfInformation what was done with what the school told (S6.12)
 */
public record VeiligThuisFeedback(
    @NotNull EntryId report,
    @NotNull @PastOrPresent LocalDate on,
    @Nullable Told confirmed,
    @Nullable Told followUpStarted,
    @Size(max = 20) List<@Valid @NotNull Expectation> expectations,
    boolean expectationsNotTold,
    @Nullable Told handedOver,
    @Size(max = 20) List<@Valid @NotNull HandoverContact> handoverContacts,
    @Nullable @Size(max = Text.LONG) String problemAndAgreements,
    @Nullable Told actionTaken,
    @Nullable @Size(max = Text.LONG) String noActionReason,
    @Nullable @Size(max = Text.LONG) String useOfInformation)
    implements AfterReport, HoldsTasks {
  public VeiligThuisFeedback {
    expectations = Copies.list(expectations);
    handoverContacts = Copies.list(handoverContacts);
  }

  /** What is expected, and which member of staff does it. */
  public record Expectation(
      @NotBlank @Size(max = Text.LONG) String what,
      @NotNull StaffId owner,
      @Nullable LocalDate dueOn) {
    @Override
    public String toString() {
      return "Expectation";
    }
  }

  /** Where the case went, and whom to call there. */
  public record HandoverContact(
      @NotBlank @Size(max = Text.SHORT) String organisation,
      @Nullable @Size(max = Text.SHORT) String person,
      @Nullable @Size(max = 40) String phone) {
    @Override
    public String toString() {
      return "HandoverContact";
    }
  }

  @Override
  public List<Task> tasks() {
    return expectations.stream()
        .map(one -> new Task(one.what(), one.owner(), null, one.dueOn()))
        .toList();
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults = about(known);
    for (int i = 0; i < expectations.size(); i++) {
      StaffId owner = expectations.get(i).owner();
      faults.require(known.isStaff(owner), "/expectations/" + i + "/owner", "staff.unknown");
    }
    return faults.list();
  }

  @Override
  public String toString() {
    return "VeiligThuisFeedback";
  }
}
