package nl.meldcode.application.port;

/** The mail server cannot be used now; trying again later makes sense. */
public final class MailUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the step and the number that the server gave, never an address. */
  public MailUnavailable(String message) {
    super(message);
  }
}
