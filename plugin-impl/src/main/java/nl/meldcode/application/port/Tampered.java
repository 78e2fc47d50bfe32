package nl.meldcode.application.port;

/** Stored content does not match its authentication: changed, moved, or damaged. */
public final class Tampered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the place, never the content. */
  public Tampered(String place) {
    super(place);
  }
}
