package nl.meldcode.referencehost.store;

/** The database or a file of the administration cannot be used. */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
