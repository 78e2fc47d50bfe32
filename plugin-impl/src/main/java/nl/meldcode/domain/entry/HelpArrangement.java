package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Help that is organised: by whom, with which goal, who watches over it, when it is reviewed
 * (S5.2).
 */
public record HelpArrangement(
    @NotBlank @Size(max = Text.LONG) String what,
    @NotBlank @Size(max = Text.SHORT) String provider,
    @NotNull StaffId owner,
    @NotNull LocalDate startOn,
    @NotNull LocalDate reviewOn,
    @Nullable @Size(max = Text.LONG) String goal,
    @Size(max = 10) List<@Valid @NotNull GuardianAnswer> acceptance)
    implements Entry {
  public HelpArrangement {
    acceptance = Copies.list(acceptance);
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults =
        new Faults()
            .require(known.isStaff(owner), "/owner", "staff.unknown")
            .require(
                startOn == null || reviewOn == null || !reviewOn.isBefore(startOn),
                "/reviewOn",
                "date.beforeStart");
    GuardianAnswers.faults(acceptance, "/acceptance/", known)
        .forEach(fault -> faults.require(false, fault.pointer(), fault.code()));
    return faults.list();
  }

  @Override
  public String toString() {
    return "HelpArrangement";
  }
}
