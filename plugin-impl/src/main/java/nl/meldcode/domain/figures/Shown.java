package nl.meldcode.domain.figures;

import org.jspecify.annotations.Nullable;

/**
 * A number as it may be seen.
 *
 * @param count null when it is not shown
 */
public record Shown(@Nullable Integer count) {
  /** What is not shown, whatever it is. */
  public static final Shown NOT = new Shown(null);

  /** Whether it is not shown. */
  public boolean isHidden() {
    return count == null;
  }
}
