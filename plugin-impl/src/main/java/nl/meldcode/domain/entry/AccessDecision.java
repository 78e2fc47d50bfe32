package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meldcode.api.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What the head decides on a request to read the dossier (C.4). Where it is given, the copy is made
 * at once and goes with the entry; a later decision on the same request makes another.
 *
 * @param ground why nothing is given; null where something is
 * @param withheld entries that are left out, each with its ground
 * @param blackedOut words that are made unreadable wherever they stand
 * @param staffNamed whether the copy names staff; otherwise it says their functions
 */
public record AccessDecision(
    @NotNull EntryId request,
    @NotNull Choice choice,
    @Nullable PrivacyGround ground,
    @Size(max = 200) List<@Valid @NotNull Withheld> withheld,
    @Size(max = 200) List<@Valid @NotNull Passage> blackedOut,
    boolean staffNamed,
    @NotBlank @Size(max = Text.LONG) String motivation)
    implements Rights {
  public AccessDecision {
    withheld = Copies.list(withheld);
    blackedOut = Copies.list(blackedOut);
  }

  /** Whether something is given. */
  public enum Choice {
    GIVE,
    REFUSE
  }

  /** An entry that is left out. */
  public record Withheld(
      @NotNull EntryId entry,
      @NotNull PrivacyGround ground,
      @NotBlank @Size(max = Text.LONG) String motivation) {
    @Override
    public String toString() {
      return "Withheld[" + entry + "]";
    }
  }

  /** Words that are made unreadable. */
  public record Passage(
      @NotBlank @Size(max = Text.SHORT) String words, @NotNull PrivacyGround ground) {
    @Override
    public String toString() {
      return "Passage";
    }
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults =
        new Faults()
            .require(
                known.entry(request, AccessRequest.class).isPresent(),
                "/request",
                "request.unknown")
            .require(choice != Choice.REFUSE || ground != null, "/ground", "ground.missing");
    for (int i = 0; i < withheld.size(); i++) {
      boolean there = known.entry(withheld.get(i).entry(), Entry.class).isPresent();
      faults.require(there, "/withheld/" + i + "/entry", "entry.unknown");
    }
    for (int i = 0; i < blackedOut.size(); i++) {
      String words = blackedOut.get(i).words();
      boolean there = words == null || words.isBlank() || known.stands(words);
      faults.require(there, "/blackedOut/" + i + "/words", "words.notThere");
    }
    return faults.list();
  }

  @Override
  public String toString() {
    return "AccessDecision";
  }
}
