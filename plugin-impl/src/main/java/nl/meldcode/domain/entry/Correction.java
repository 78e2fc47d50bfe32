package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.ContentClass;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in an earlier entry, put right: from then on the corrected values count, and the
 * earlier ones stay readable beside them (A.12, 10 and 27).
 *
 * @param entry the entry with the mistake
 * @param corrected the whole entry as it should have been
 */
public record Correction(
    @NotNull EntryId entry,
    @NotBlank @Size(max = Text.LONG) String reason,
    @NotNull @Valid Entry corrected)
    implements Entry {
  /** What the corrected entry asks; whoever corrects another's needs more. */
  @Override
  public Action action() {
    return form().map(Entry::action).orElseGet(() -> kind().action());
  }

  @Override
  public ContentClass contentClass() {
    return form().map(Entry::contentClass).orElseGet(() -> kind().contentClass());
  }

  /** Empty only while what somebody sent is not checked yet. */
  private Optional<Entry> form() {
    return Optional.ofNullable((@Nullable Entry) corrected);
  }

  @Override
  public List<Fault> faults(References known) {
    Optional<Entry> standing = entry == null ? Optional.empty() : known.entry(entry, Entry.class);
    Faults faults =
        new Faults().require(entry == null || standing.isPresent(), "/entry", "entry.unknown");
    List<Fault> all = new ArrayList<>();
    form()
        .ifPresent(
            now -> {
              standing.ifPresent(before -> replaces(before, now, faults));
              now.faults(known).forEach(one -> all.add(one.under("/corrected")));
              faults.require(isOwnPart(now, known), "/corrected", "correction.others");
            });
    all.addAll(0, faults.list());
    return all;
  }

  private static void replaces(Entry before, Entry now, Faults faults) {
    boolean same = before.kind() == now.kind();
    faults
        .require(before.kind().correctable(), "/entry", "correction.notThisKind")
        .require(same, "/corrected/kind", "correction.otherKind")
        .require(!same || !before.equals(now), "/corrected", "correction.nothing");
  }

  /** Of what is about several pupils, a dossier holds only its own part. */
  private static boolean isOwnPart(Entry now, References known) {
    return !(now instanceof Shared shared)
        || shared.incident() == null
        || shared.partOf(known.pupil()).equals(shared);
  }

  @Override
  public String toString() {
    return "Correction[" + entry + "]";
  }
}
