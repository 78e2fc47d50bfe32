package nl.meldcode.bench;

import java.util.Arrays;
import java.util.Locale;

/** How measurements are summed up and said. */
public final class Figures {
  private Figures() {}

  /** The middle one of many, or the upper of the two in the middle. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Prints what was measured and what it should be at most. */
  public static void figure(String name, double measured, double goal) {
    figure(name, measured, goal, measured <= goal);
  }

  /** Prints what was measured and what it should be at least. */
  public static void figureAtLeast(String name, double measured, double goal) {
    figure(name, measured, goal, measured >= goal);
  }

  private static void figure(String name, double measured, double goal, boolean met) {
    print("FIGURE " + name + " " + number(measured) + " " + number(goal) + (met ? "" : " missed"));
  }

  /** Prints something beside the figures, with its unit. */
  public static void note(String what, double measured, String unit) {
    print(what + ": " + number(measured) + " " + unit);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.4f" : "%.2f", value);
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
