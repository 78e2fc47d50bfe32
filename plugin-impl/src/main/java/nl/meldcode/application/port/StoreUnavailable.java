package nl.meldcode.application.port;

/** The store cannot be read or written now. Carries no content in its message. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Keeps the cause for the log. */
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
