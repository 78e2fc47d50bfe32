package nl.meldcode.application.port;

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
}
