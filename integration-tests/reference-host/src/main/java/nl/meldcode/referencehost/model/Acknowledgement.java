package nl.meldcode.referencehost.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a guardian took note of exactly these bytes (host-connect 6.4). */
public record Acknowledgement(
    UUID id,
    UUID entryId,
    AckKind kind,
    UUID personId,
    UUID registeredByStaffId,
    boolean onBehalfOfPupil,
    Instant acknowledgedAt,
    String agreement,
    @Nullable String remark,
    UUID documentId,
    String documentSha256,
    String method,
    long version) {

  /** The same acknowledgement as another version. */
  public Acknowledgement withVersion(long other) {
    return new Acknowledgement(
        id,
        entryId,
        kind,
        personId,
        registeredByStaffId,
        onBehalfOfPupil,
        acknowledgedAt,
        agreement,
        remark,
        documentId,
        documentSha256,
        method,
        other);
  }

  @Override
  public String toString() {
    return "Acknowledgement[" + id + "]";
  }
}
