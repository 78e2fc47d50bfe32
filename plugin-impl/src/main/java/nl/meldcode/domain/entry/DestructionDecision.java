package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meldcode.api.EntryId;

/**
 * What the head decides on a request to destroy something, and why. A dossier that is destroyed
 * takes this entry along; a certificate stays (C.5).
 */
public record DestructionDecision(
    @NotNull EntryId request,
    @NotNull Choice choice,
    @NotBlank @Size(max = Text.LONG) String motivation)
    implements Keeping {
  /** What is done with the dossier. */
  public enum Choice {
    /** The dossier goes, or the entries that are asked for and what is about them. */
    DESTROY,
    /** What came of it is kept, and no more (C.5). */
    MINIMISE,
    REFUSE
  }

  @Override
  public List<Fault> faults(References known) {
    boolean there = known.entry(request, DestructionRequest.class).isPresent();
    return new Faults().require(there, "/request", "destructionRequest.unknown").list();
  }

  @Override
  public String toString() {
    return "DestructionDecision";
  }
}
