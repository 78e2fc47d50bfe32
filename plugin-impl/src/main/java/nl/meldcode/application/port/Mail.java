package nl.meldcode.application.port;

/** Sends mail; for one thread. */
public interface Mail {
  /**
   * Hands one over.
   *
   * @throws MailUnavailable when that cannot be done now; then nobody has it
   * @throws MailRefused when the mail server will not take it for this address
   */
  void send(Letter letter);

  /** What goes to one person. Printed as nothing: an address is personal data. */
  record Letter(String to, String subject, String text) {
    @Override
    public String toString() {
      return "Letter";
    }
  }
}
