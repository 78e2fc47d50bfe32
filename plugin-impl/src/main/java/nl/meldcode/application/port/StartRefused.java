package nl.meldcode.application.port;

/**
 * The data directory cannot be used as it is. Nothing was changed; the message tells what to do.
 */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes one line for the administrator, without content. */
  public StartRefused(String message) {
    super(message);
  }

  /** Takes the same, with the cause for the log. */
  public StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
