package nl.meldcode.referencehost.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A school of the tenant. */
public record School(
    UUID id,
    List<Identifier> identifiers,
    String name,
    String kind,
    UUID boardId,
    String status,
    Instant lastModifiedAt) {}
