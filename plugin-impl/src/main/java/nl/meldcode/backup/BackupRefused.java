package nl.meldcode.backup;

/** A backup was not made, or not put back. The message is one line for whoever asked. */
public final class BackupRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  BackupRefused(String message) {
    super(message);
  }

  BackupRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
