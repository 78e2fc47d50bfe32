package nl.meldcode.domain.dossier;

import java.util.UUID;

/**
 * A file that belongs to an entry; its bytes are kept apart and never change.
 *
 * @param sha256 lower-case hexadecimal SHA-256 over the bytes
 * @param size number of bytes
 */
public record Attachment(UUID id, String mediaType, String sha256, long size) {}
