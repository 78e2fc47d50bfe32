package nl.meldcode.domain.dossier;

import java.time.Instant;
import java.util.List;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.entry.DestructionRequest.Requester;

/**
 * That a dossier was destroyed, or some of its entries, and nothing of what stood in it (C.5).
 *
 * @param entries which; empty for the whole dossier
 * @param askedBy who recorded the request; never the same as {@code decidedBy} (A05)
 */
public record Certificate(
    DossierId dossier,
    List<EntryId> entries,
    Instant at,
    Requester requester,
    StaffId askedBy,
    StaffId decidedBy) {
  public Certificate {
    entries = List.copyOf(entries);
  }
}
