package nl.meldcode.application.port;

import java.time.Instant;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/** Who read or was refused what: append-only, chained, durable before content is shown (C.7). */
public interface AccessLog {
  /**
   * Writes one event; it is on disk when this returns.
   *
   * @throws StoreUnavailable when it cannot be written; then nothing may be shown
   */
  void write(Event event);

  /** Kinds of event. */
  enum What {
    LAUNCH,
    LAUNCH_REFUSED,
    READ,
    DOWNLOAD,
    REFUSED,
    /** More than the role opens was opened (A.12, 5). */
    EMERGENCY,
    EMERGENCY_REVIEW,
    /** A dossier was destroyed (C.5). */
    DESTROYED
  }

  /**
   * One event, ids only.
   *
   * @param rule id of the rule that permitted or denied
   * @param subject kind of thing, such as {@code Weighing} or {@code overview}; never content
   */
  record Event(
      Instant at,
      What what,
      @Nullable SchoolId school,
      @Nullable StaffId staff,
      @Nullable PupilId pupil,
      @Nullable DossierId dossier,
      String rule,
      String subject) {}
}
