package nl.meldcode.application.port;

/** The host will not take this, now or later: a person has to look at it. */
public final class HostRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /** Takes a message key under {@code delivery.parked.}. */
  public HostRefused(String code) {
    super(code);
    this.code = code;
  }

  /** The message key. */
  public String code() {
    return code;
  }
}
