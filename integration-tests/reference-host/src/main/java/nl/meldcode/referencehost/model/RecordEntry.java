package nl.meldcode.referencehost.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item on a pupil's record that a plugin wrote; {@code version} is its ETag. */
public record RecordEntry(
    UUID id,
    UUID pupilId,
    String kind,
    UUID externalReference,
    String title,
    Instant occurredAt,
    UUID authorStaffId,
    String confidentiality,
    Visibility visibility,
    Set<HostRole> audienceRoles,
    boolean excludeFromTransfer,
    @Nullable LocalDate retainUntilDate,
    String status,
    long version,
    Instant createdAt,
    Instant lastModifiedAt,
    List<StoredDocument> documents) {

  /** Keeps the roles in one order, so that the same entry is always written the same. */
  public RecordEntry {
    audienceRoles = Collections.unmodifiableSortedSet(new TreeSet<>(audienceRoles));
  }

  /** The same entry with these documents. */
  public RecordEntry with(List<StoredDocument> found) {
    return copy(visibility, status, version, lastModifiedAt, found);
  }

  /** The next version of this entry. */
  public RecordEntry changed(Visibility newVisibility, String newStatus, Instant at) {
    return copy(newVisibility, newStatus, version + 1, at, documents);
  }

  private RecordEntry copy(
      Visibility newVisibility,
      String newStatus,
      long newVersion,
      Instant modifiedAt,
      List<StoredDocument> newDocuments) {
    return new RecordEntry(
        id,
        pupilId,
        kind,
        externalReference,
        title,
        occurredAt,
        authorStaffId,
        confidentiality,
        newVisibility,
        audienceRoles,
        excludeFromTransfer,
        retainUntilDate,
        newStatus,
        newVersion,
        createdAt,
        modifiedAt,
        newDocuments);
  }

  @Override
  public String toString() {
    return "RecordEntry[" + id + "]";
  }
}
