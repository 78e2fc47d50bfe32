package nl.meldcode.referencehost.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document of a record entry; its bytes never change. */
public record StoredDocument(
    UUID id,
    UUID entryId,
    String mediaType,
    long bytes,
    String sha256,
    @Nullable UUID supersedes,
    String scanStatus,
    Instant createdAt) {}
