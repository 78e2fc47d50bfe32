package nl.meldcode.referencehost.connect;

import static nl.meldcode.referencehost.connect.Call.unless;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.referencehost.model.AckKind;
import nl.meldcode.referencehost.model.Acknowledgement;
import org.jspecify.annotations.Nullable;

/** That somebody took note of a document, as a plugin tells it (host-connect 6.4). */
record AcknowledgementRequest(
    @Nullable AckKind kind,
    @Nullable UUID personId,
    @Nullable UUID registeredByStaffId,
    boolean onBehalfOfPupil,
    @Nullable Instant acknowledgedAt,
    @Nullable String agreement,
    @Nullable String remark,
    @Nullable UUID documentId,
    @Nullable String documentSha256,
    @Nullable String method) {

  private static final Set<String> AGREEMENTS = Set.of("yes", "no", "unknown");
  private static final Set<String> METHODS = Set.of("onScreen", "paper", "eid");

  /** The acknowledgement as the host keeps it; {@code actor} is who wrote when nobody is named. */
  Acknowledgement toAcknowledgement(UUID id, UUID entryId, UUID actor) {
    Call.check(
        List.of(
            unless(kind != null, "/kind", "required"),
            unless(personId != null, "/personId", "required"),
            unless(acknowledgedAt != null, "/acknowledgedAt", "required"),
            unless(documentId != null, "/documentId", "required"),
            unless(documentSha256 != null, "/documentSha256", "required"),
            unless(agreement == null || AGREEMENTS.contains(agreement), "/agreement", "unknown"),
            unless(method == null || METHODS.contains(method), "/method", "unknown")));
    return new Acknowledgement(
        id,
        entryId,
        Objects.requireNonNull(kind),
        Objects.requireNonNull(personId),
        Objects.requireNonNullElse(registeredByStaffId, actor),
        onBehalfOfPupil,
        Objects.requireNonNull(acknowledgedAt),
        Objects.requireNonNullElse(agreement, "unknown"),
        remark,
        Objects.requireNonNull(documentId),
        Objects.requireNonNull(documentSha256).toLowerCase(Locale.ROOT),
        Objects.requireNonNullElse(method, "onScreen"),
        1);
  }

  @Override
  public String toString() {
    return "AcknowledgementRequest[" + documentId + "]";
  }
}
