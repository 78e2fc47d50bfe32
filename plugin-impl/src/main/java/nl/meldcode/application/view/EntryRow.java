package nl.meldcode.application.view;

import java.time.Instant;
import java.util.List;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * One entry as this person may see it.
 *
 * @param summary the conclusion in words, when that is all
 * @param content as it counts now; null when only the conclusion may be known
 * @param before what stood there before each correction, oldest first
 * @param annotations what others think of it, where it stays as it is (C.4)
 * @param document whether a document goes with it that may be read
 * @param correctable whether this person may put it right
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
    List<BeforeRow> before,
    List<String> annotations,
    boolean document,
    boolean correctable) {
  public EntryRow {
    before = List.copyOf(before);
    annotations = List.copyOf(annotations);
  }

  /** The same under another number. */
  EntryRow numbered(long number) {
    return new EntryRow(
        id,
        number,
        kind,
        recordedAt,
        author,
        role,
        step,
        content,
        summary,
        before,
        annotations,
        document,
        correctable);
  }

  @Override
  public String toString() {
    return "EntryRow[" + id + "]";
  }
}
