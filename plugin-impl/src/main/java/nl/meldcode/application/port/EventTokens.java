package nl.meldcode.application.port;

/** Says whether a notice came from the host (Host Connect 6.5). */
public interface EventTokens {
  /**
   * Whether the token is the host's, for us, in time, and speaks of exactly this body.
   *
   * @throws HostUnavailable when the host's keys cannot be had
   */
  boolean accepts(String token, byte[] body);
}
