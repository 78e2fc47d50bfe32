package nl.meldcode.application.port;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is about to be added at the end of a dossier.
 *
 * @param expectedVersion number of the last entry that the author had read; null when that does not
 *     matter
 */
public record NewEntry(
    SchoolId school,
    DossierId dossier,
    PupilId pupil,
    EntryId id,
    UUID idempotencyKey,
    @Nullable Long expectedVersion,
    Instant at,
    StaffId author,
    Role role,
    ProtocolId protocol,
    List<Attachment> attachments,
    Entry entry) {
  public NewEntry {
    // As exact as it is written down.
    at = at.truncatedTo(ChronoUnit.MILLIS);
    attachments = List.copyOf(attachments);
  }

  /** The same in a dossier of that school. */
  public NewEntry of(SchoolId other) {
    return other.equals(school)
        ? this
        : new NewEntry(
            other,
            dossier,
            pupil,
            id,
            idempotencyKey,
            expectedVersion,
            at,
            author,
            role,
            protocol,
            attachments,
            entry);
  }

  /** The entry as it will stand at that place. */
  public Recorded at(long seq) {
    return new Recorded(dossier, seq, id, at, pupil, author, role, protocol, attachments, entry);
  }

  @Override
  public String toString() {
    return "NewEntry[" + dossier + "]";
  }
}
