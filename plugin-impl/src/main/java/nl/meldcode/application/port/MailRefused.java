package nl.meldcode.application.port;

/** The mail server does not take it for that address; the same again will not help today. */
public final class MailRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the step and the number that the server gave, never an address. */
  public MailRefused(String message) {
    super(message);
  }
}
