package nl.meldcode.application.port;

import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;

/**
 * Seals content with AES-256-GCM under keys that are kept apart from it. Safe for use by several
 * threads.
 */
public interface Vault {
  /**
   * Seals under the dossier's own key, which is made at first use and durable before this returns.
   */
  byte[] seal(SchoolId school, DossierId dossier, byte[] clear, byte[] content);

  /**
   * Opens what was sealed under the dossier's key.
   *
   * @throws Tampered when content or clear part are not what was sealed, or the key is gone
   */
  byte[] open(SchoolId school, DossierId dossier, byte[] clear, byte[] sealed);

  /**
   * Destroys the dossier's key, durable before this returns: what was sealed under it stays sealed
   * for good, and it gets no other.
   */
  void destroy(SchoolId school, DossierId dossier);

  /** Seals under the school's key: drafts and access log. */
  byte[] seal(SchoolId school, byte[] clear, byte[] content);

  /**
   * Opens what was sealed under the school's key.
   *
   * @throws Tampered as above
   */
  byte[] open(SchoolId school, byte[] clear, byte[] sealed);

  /** Keyed hash (HMAC-SHA-256, 32 bytes) to look something up without keeping it in the clear. */
  byte[] lookup(SchoolId school, byte[] value);
}
