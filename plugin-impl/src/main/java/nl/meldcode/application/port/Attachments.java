package nl.meldcode.application.port;

import java.util.Optional;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.dossier.Attachment;

/** Bytes of files that belong to entries: sealed, written before their entry, never changed. */
public interface Attachments {
  /** Stores bytes, durable when this returns, and gives id, digest and size. */
  Attachment put(SchoolId school, DossierId dossier, String mediaType, byte[] bytes);

  /**
   * The very bytes that were stored.
   *
   * @throws Tampered when they are gone or no longer have the digest
   */
  byte[] get(SchoolId school, DossierId dossier, Attachment attachment);

  /**
   * Bytes that are safe from being swept for long enough to be named by an entry; empty when there
   * are none under that id.
   */
  Optional<byte[]> fresh(SchoolId school, DossierId dossier, UUID id);

  /** How much is kept of a dossier, in bytes. */
  long size(SchoolId school, DossierId dossier);
}
