package nl.meldcode.adapter.intake;

import java.io.IOException;

/** A file that is not kept; the message is a key of the texts. */
final class UnfitFile extends IOException {
  /** It cannot be read to its end. */
  static final String UNREADABLE = "file.unreadable";

  /** It asks more room or time than a sheet of paper does. */
  static final String TOO_LARGE = "file.tooLarge";

  private static final long serialVersionUID = 1L;
  private final String code;

  UnfitFile(String code) {
    super(code);
    this.code = code;
  }

  String code() {
    return code;
  }
}
