package nl.meldcode.application.port;

/** The mail server does not take it for that address; others may get theirs. */
public final class MailRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean later;

  /**
   * Names the step and the number that the server gave, never an address.
   *
   * @param later whether the same may be taken a while later
   */
  public MailRefused(String message, boolean later) {
    super(message);
    this.later = later;
  }

  /** Whether the same may be taken a while later; else not today. */
  public boolean later() {
    return later;
  }
}
