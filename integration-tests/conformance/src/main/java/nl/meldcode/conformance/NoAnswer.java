package nl.meldcode.conformance;

import java.io.IOException;

/** The host did not answer. */
final class NoAnswer extends IOException {
  private static final long serialVersionUID = 1L;
  private final Wrong how;
  private final String asked;

  NoAnswer(Wrong how, Ask asked, Exception cause) {
    super(cause);
    this.how = how;
    this.asked = asked.toString();
  }

  Wrong how() {
    return how;
  }

  /** What was asked, without its query. */
  String asked() {
    return asked;
  }
}
