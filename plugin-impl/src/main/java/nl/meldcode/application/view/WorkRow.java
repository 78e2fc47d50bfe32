package nl.meldcode.application.view;

import java.time.LocalDate;
import nl.meldcode.domain.protocol.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the reader has to do for one pupil.
 *
 * @param dossier which is opened from here
 * @param sentence what is missing, or the task as it was agreed
 * @param step null when it belongs to the dossier as a whole, and for what was agreed
 * @param agreed somebody gave it to the reader by name, such as in a consultation
 * @param who can do it, the reader among them
 * @param tab the page on which it is done
 */
public record WorkRow(
    String dossier,
    String pupil,
    String group,
    String sentence,
    @Nullable String step,
    Severity severity,
    boolean agreed,
    When when,
    @Nullable LocalDate dueOn,
    String who,
    String tab) {
  /** How much it presses. */
  public enum When {
    LATE,
    TODAY,
    /** Until Sunday. */
    THIS_WEEK,
    /** After that, or without a date. */
    LATER;

    /** Whether it cannot wait until tomorrow. */
    boolean isPressing() {
      return this == LATE || this == TODAY;
    }
  }

  @Override
  public String toString() {
    return "WorkRow[" + dossier + "]";
  }
}
