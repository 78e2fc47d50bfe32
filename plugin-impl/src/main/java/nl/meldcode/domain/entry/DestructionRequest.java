package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.EntryId;

/**
 * Somebody asks that the dossier, or some of its entries, be destroyed, or the school finds that
 * its time is over (C.4, C.5). Who records it does not decide on it (A05).
 *
 * @param entries which ones; empty for the whole dossier
 * @param on the day it was asked, from which the month for an answer counts (GDPR art. 12(3))
 */
public record DestructionRequest(
    @NotNull Requester requester,
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.LONG) String reason,
    @Size(max = 200) List<@NotNull EntryId> entries)
    implements Keeping {
  public DestructionRequest {
    entries = Copies.list(entries);
  }

  /** Who asks. */
  public enum Requester {
    GUARDIAN,
    PUPIL,
    /** The school itself: the time for which it keeps a dossier is over. */
    SCHOOL
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults = new Faults();
    for (int i = 0; i < entries.size(); i++) {
      boolean mayGo =
          known
              .entry(entries.get(i), Entry.class)
              .filter(one -> one.kind().goesAlone())
              .isPresent();
      faults.require(mayGo, "/entries/" + i, "entry.carries");
    }
    return faults.list();
  }

  /** The last day for an answer. */
  public LocalDate due() {
    return on.plusMonths(1);
  }

  @Override
  public String toString() {
    return "DestructionRequest";
  }
}
