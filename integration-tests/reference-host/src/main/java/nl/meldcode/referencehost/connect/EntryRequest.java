package nl.meldcode.referencehost.connect;

import static nl.meldcode.referencehost.connect.Call.unless;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.meldcode.referencehost.model.HostRole;
import nl.meldcode.referencehost.model.RecordEntry;
import nl.meldcode.referencehost.model.Visibility;
import org.jspecify.annotations.Nullable;

/** What a plugin asks to put on a pupil's record (host-connect 6.3). */
record EntryRequest(
    @Nullable String kind,
    @Nullable UUID externalReference,
    @Nullable String title,
    @Nullable Instant occurredAt,
    @Nullable UUID authorStaffId,
    @Nullable String confidentiality,
    @Nullable Visibility visibility,
    @Nullable TreeSet<HostRole> audienceRoles,
    @Nullable Boolean excludeFromTransfer,
    @Nullable LocalDate retainUntilDate) {

  private static final Set<String> KINDS = Set.of("meetingReport", "signalLog");
  private static final Set<HostRole> DEFAULT_AUDIENCE =
      Set.of(HostRole.CARE_COORDINATOR, HostRole.SAFEGUARDING_OFFICER, HostRole.HEAD);

  /** Who writes, to which pupil, and when. */
  record Context(UUID entryId, UUID pupilId, UUID actor, Instant now) {}

  /** The entry as the host keeps it: what was not asked for becomes the narrowest choice. */
  RecordEntry toEntry(Context context) {
    Call.check(
        List.of(
            unless(kind != null && KINDS.contains(kind), "/kind", "meetingReport-or-signalLog"),
            unless(externalReference != null, "/externalReference", "required"),
            unless(
                title != null && !title.isBlank() && title.length() <= 80,
                "/title",
                "1-80-characters")));
    return new RecordEntry(
        context.entryId(),
        context.pupilId(),
        Objects.requireNonNull(kind),
        Objects.requireNonNull(externalReference),
        Objects.requireNonNull(title),
        Objects.requireNonNullElse(occurredAt, context.now()),
        Objects.requireNonNullElse(authorStaffId, context.actor()),
        Objects.requireNonNullElse(confidentiality, "restricted"),
        Objects.requireNonNullElse(visibility, Visibility.RESTRICTED_STAFF),
        audienceRoles == null || audienceRoles.isEmpty()
            ? new TreeSet<>(DEFAULT_AUDIENCE)
            : audienceRoles,
        Objects.requireNonNullElse(excludeFromTransfer, true),
        retainUntilDate,
        "active",
        1,
        context.now(),
        context.now(),
        List.of());
  }

  @Override
  public String toString() {
    return "EntryRequest[" + externalReference + "]";
  }
}
