package nl.meldcode.application.view;

import java.time.Instant;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * One entry as this person may see it.
 *
 * @param content null when only the conclusion may be known
 * @param summary the conclusion in words, when that is all
 * @param document whether a document goes with it that may be read
 */
public record EntryRow(
    String id,
    long seq,
    String kind,
    Instant recordedAt,
    PersonRow author,
    Role role,
    @Nullable String step,
    @Nullable Entry content,
    @Nullable String summary,
    boolean document) {
  @Override
  public String toString() {
    return "EntryRow[" + id + "]";
  }
}
