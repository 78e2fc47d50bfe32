package nl.meldcode.referencehost.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.meldcode.referencehost.Ids;
import org.jspecify.annotations.Nullable;

/** A note of the administration itself. */
public record Note(
    UUID pupilId,
    UUID authorStaffId,
    LocalDate writtenOn,
    String title,
    String text,
    @Nullable NoteKind kind) {

  /** The same for the same note, always. */
  public UUID id() {
    return Ids.of("note", pupilId + " " + writtenOn + " " + title);
  }

  /** An ordinary note where nothing else was said. */
  public NoteKind sort() {
    return Objects.requireNonNullElse(kind, NoteKind.NOTE);
  }

  @Override
  public String toString() {
    return "Note[pupil " + pupilId + "]";
  }
}
