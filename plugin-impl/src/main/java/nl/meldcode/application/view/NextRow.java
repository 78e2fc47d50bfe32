package nl.meldcode.application.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The one thing to do now: an entry of the kind {@code metBy} to record, or {@code entry} to put
 * right.
 */
public record NextRow(
    String title,
    String who,
    boolean mine,
    @Nullable LocalDate dueOn,
    String why,
    String tab,
    String button,
    @Nullable String metBy,
    @Nullable String entry,
    boolean upcoming,
    String requirement) {
  @Override
  public String toString() {
    return "NextRow[" + requirement + "]";
  }
}
