package nl.meldcode.domain.dossier;

import java.time.Instant;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.entry.DestructionRequest.Requester;

/**
 * That a dossier was destroyed, and nothing of what stood in it (C.5).
 *
 * @param askedBy who recorded the request; never the same as {@code decidedBy} (A05)
 */
public record Certificate(
    DossierId dossier, Instant at, Requester requester, StaffId askedBy, StaffId decidedBy) {}
