package nl.meldcode.move;

/** Nothing was moved. The message is one line for whoever asked. */
public final class MoveRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  MoveRefused(String message) {
    super(message);
  }

  MoveRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
