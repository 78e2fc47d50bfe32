package nl.meldcode.acceptance.kit;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;

/** What is measured, a line each, which integration-tests/figures draws. */
public final class Figures {
  private Figures() {}

  /**
   * Prints {@code FIGURE name value goal}, and that it missed.
   *
   * @param goal the most it should be; NaN where there is none
   */
  public static void report(String name, double value, double goal) {
    String wanted = Double.isNaN(goal) ? "-" : String.format(Locale.ROOT, "%.2f", goal);
    PrintStream out = Objects.requireNonNull(System.out);
    out.printf(
        Locale.ROOT, "FIGURE %s %.2f %s%s%n", name, value, wanted, value > goal ? " missed" : "");
  }
}
