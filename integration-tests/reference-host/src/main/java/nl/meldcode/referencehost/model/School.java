package nl.meldcode.referencehost.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A school of the tenant. */
public record School(
    UUID id,
    List<Identifier> identifiers,
    String name,
    String kind,
    UUID boardId,
    @Nullable UUID mergedIntoId,
    String status,
    Instant lastModifiedAt) {

  /** The same after it became part of another one. */
  public School mergedInto(UUID other, Instant at) {
    return new School(id, identifiers, name, kind, boardId, other, "merged", at);
  }
}
