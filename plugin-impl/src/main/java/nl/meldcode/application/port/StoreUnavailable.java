package nl.meldcode.application.port;

/** The store cannot be read or written now. Carries no content in its message. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Why why;

  /** What is in the way. */
  public enum Why {
    /** The disk is full: nothing was written, and it goes on once somebody made room (R07). */
    NO_ROOM,
    /** Something else; when a sync failed, what was refused may be found written later (R06). */
    FAILED
  }

  /** Keeps the cause for the log. */
  public StoreUnavailable(String message, Throwable cause) {
    this(Why.FAILED, message, cause);
  }

  /** The same, for this reason. */
  public StoreUnavailable(Why why, String message, Throwable cause) {
    super(message, cause);
    this.why = why;
  }

  /** What is in the way. */
  public Why why() {
    return why;
  }
}
