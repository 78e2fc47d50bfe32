package nl.meldcode.application.view;

import java.time.Instant;
import nl.meldcode.domain.entry.Entry;

/**
 * What stood in an entry until somebody put it right.
 *
 * @param at moment of the correction, UTC
 * @param by who corrected it
 * @param reason why
 * @param content what stood there until then
 */
public record BeforeRow(Instant at, PersonRow by, String reason, Entry content) {
  @Override
  public String toString() {
    return "BeforeRow[" + at + "]";
  }
}
