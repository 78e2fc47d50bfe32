package nl.meldcode.application.port;

/**
 * The host does not answer now, or not in a way that can be understood; trying again makes sense.
 */
public final class HostUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the endpoint and status, never content. */
  public HostUnavailable(String message) {
    super(message);
  }
}
