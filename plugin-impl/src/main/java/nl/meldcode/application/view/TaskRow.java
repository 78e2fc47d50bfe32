package nl.meldcode.application.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody was given to do.
 *
 * @param source the entry in which it was agreed, and {@code number} its place there, from 1
 * @param mine the reader is the one who does it
 * @param late the day has passed and it is not done
 */
public record TaskRow(
    String source,
    int number,
    String what,
    String who,
    boolean mine,
    @Nullable LocalDate dueOn,
    boolean late,
    boolean done) {
  @Override
  public String toString() {
    return "TaskRow[" + source + ", " + number + "]";
  }
}
