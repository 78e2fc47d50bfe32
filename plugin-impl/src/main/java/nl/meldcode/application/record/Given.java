package nl.meldcode.application.record;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Requests;
import nl.meldcode.domain.entry.AccessDecision;
import nl.meldcode.domain.entry.Correction;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Rectification;
import nl.meldcode.domain.entry.Words;

/**
 * Which entries a copy holds for somebody who asked to read the dossier (C.4). What corrects or
 * annotates another one is printed with that one, so that withholding it leaves both out.
 */
record Given(Dossier dossier, Set<EntryId> leftOut) {
  /** What such a copy never holds: it is about others. */
  private static final Set<Kind> ABOUT_OTHERS =
      Set.of(Kind.CONFLICT_OF_INTEREST, Kind.ACCESS_DECISION, Kind.FAMILY_INFORMATION);

  static Given by(AccessDecision decision, Dossier dossier) {
    return new Given(
        dossier,
        decision.withheld().stream()
            .map(AccessDecision.Withheld::entry)
            .flatMap(one -> Stream.concat(Stream.of(one), printedWith(dossier, one).stream()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Optional<EntryId> printedWith(Dossier dossier, EntryId withheld) {
    Optional<Entry> entry = dossier.entry(withheld).map(Recorded::entry);
    return entry
        .filter(Correction.class::isInstance)
        .map(one -> ((Correction) one).entry())
        .or(
            () ->
                entry
                    .filter(Rectification.class::isInstance)
                    .flatMap(one -> new Requests(dossier).about((Rectification) one)));
  }

  /** What is about an entry that is left out, such as an answer to it, is left out too. */
  boolean holds(Recorded one) {
    return !leftOut.contains(one.id())
        && !ABOUT_OTHERS.contains(one.entry().kind())
        && Words.in(one.entry(), EntryId.class)
            .flatMap(id -> dossier.entry(id).stream())
            .allMatch(this::holds);
  }

  @Override
  public String toString() {
    return "Given";
  }
}
