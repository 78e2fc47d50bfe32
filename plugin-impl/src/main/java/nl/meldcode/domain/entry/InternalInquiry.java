package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An inquiry within the school, or why none is needed (S4.2). */
public record InternalInquiry(
    @NotNull Boolean needed,
    @Nullable @PastOrPresent LocalDate startedOn,
    @Nullable @Size(max = Text.LONG) String findings,
    @Nullable @Size(max = Text.LONG) String reason)
    implements Entry {
  @Override
  public List<Fault> faults(References known) {
    boolean held = Boolean.TRUE.equals(needed);
    return new Faults()
        .require(held || Text.given(reason), "/reason", "reason.missing")
        .require(!held || startedOn != null, "/startedOn", "answer.missing")
        .require(!held || Text.given(findings), "/findings", "answer.missing")
        .list();
  }

  @Override
  public String toString() {
    return "InternalInquiry";
  }
}
