package nl.meldcode.application.port;

/**
 * The host has nothing by that place in its feed, now or later; from the beginning it can be read.
 */
public final class PlaceUnknown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Nothing more is known of it. */
  public PlaceUnknown() {
    super("the host does not know the place in its feed");
  }
}
