package nl.meldcode.application.port;

/** Tells genuine launch tokens from others (Host Connect 3.2, R2 and R4). Safe for many threads. */
public interface LaunchTokens {
  /**
   * Verifies a token as it was posted. Whether it was used before is not asked here.
   *
   * @throws HostUnavailable when the host's keys cannot be had and none are known
   */
  Result verify(String token);

  /** What came of verifying. */
  sealed interface Result {
    /** Genuine, in time, for this installation. */
    record Accepted(LaunchClaims claims) implements Result {}

    /** Anything else; the reason is for the log only, the browser gets one answer for all. */
    record Refused(Reason reason) implements Result {}
  }

  /** Why a token was refused. */
  enum Reason {
    /** Not a compact JWS with a readable header and one value for each claim. */
    SHAPE,
    /** Another algorithm, type, or a header that names its own key. */
    HEADER,
    /** No pinned key of the host has that id. */
    KEY,
    SIGNATURE,
    ISSUER,
    AUDIENCE,
    /** Expired, too long-lived, or from the future. */
    TIME,
    /** A claim is missing or not of its form. */
    CLAIMS,
    /** Another tenant or deployment than the one that was activated. */
    ACTIVATION,
    TAB
  }
}
