package nl.meldcode.application.port;

/** Decides by its bytes, and by nothing else, what a file is and whether it may be kept (S21). */
public interface FileCheck {
  /** Looks at the whole of it. What may be kept can differ from what was sent. */
  Checked check(byte[] sent);

  /** What came of it. */
  sealed interface Checked {
    /** May be kept: these bytes, and nothing that was not understood. */
    record Fit(TypedBytes file) implements Checked {}

    /** May not; message key under {@code fault.}. */
    record Unfit(String code) implements Checked {}
  }
}
