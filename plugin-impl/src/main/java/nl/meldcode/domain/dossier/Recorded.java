package nl.meldcode.domain.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Entry;

/**
 * An entry as it stands in the dossier: what the person recorded, in the envelope that only the
 * server writes.
 *
 * @param seq place in the dossier, from 1, without gaps
 * @param at moment of recording, UTC, whole milliseconds
 * @param role the role under which the author was allowed to record it
 * @param protocol the protocol in force when it was recorded
 */
public record Recorded(
    DossierId dossier,
    long seq,
    EntryId id,
    Instant at,
    PupilId pupil,
    StaffId author,
    Role role,
    ProtocolId protocol,
    List<Attachment> attachments,
    Entry entry) {
  public Recorded {
    attachments = List.copyOf(attachments);
  }

  /** The document that was made of it, the first of its files; empty for most kinds. */
  public Optional<Attachment> document() {
    return attachments.stream().findFirst();
  }

  /** One of its files. */
  public Optional<Attachment> file(UUID name) {
    return attachments.stream().filter(one -> one.id().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return "Recorded[" + dossier + "/" + seq + "]";
  }
}
