package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meldcode.api.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What the head decides on a request to put something right (C.4). Facts are corrected; an opinion
 * stays, with the other view beside it.
 *
 * @param annotation that view, read from then on by everybody who reads the entry
 */
public record Rectification(
    @NotNull EntryId request,
    @NotNull Outcome outcome,
    @Nullable @Size(max = Text.LONG) String annotation,
    @NotBlank @Size(max = Text.LONG) String motivation)
    implements Rights {
  /** What comes of it. */
  public enum Outcome {
    /** The mistake was put right by a correction, or in the next version of a report. */
    CORRECTED,
    ANNOTATED,
    REFUSED
  }

  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require(
            known.entry(request, RectificationRequest.class).isPresent(),
            "/request",
            "request.unknown")
        .require(
            outcome != Outcome.ANNOTATED || Text.given(annotation),
            "/annotation",
            "annotation.missing")
        .list();
  }

  @Override
  public String toString() {
    return "Rectification";
  }
}
