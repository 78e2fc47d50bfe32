package nl.meldcode.domain.linking;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Incident;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.SignalOverview;
import org.jspecify.annotations.Nullable;

/**
 * Finds the links of a dossier as they are seen from its own side. A link holds when it is seen
 * from either side. Pure.
 */
public final class Linking {
  private final Function<PupilId, List<Dossier>> dossiers;

  /** Takes the way to the dossiers of a pupil at the same school, oldest first. */
  public Linking(Function<PupilId, List<Dossier>> dossiers) {
    this.dossiers = dossiers;
  }

  /**
   * All links of a dossier.
   *
   * @param kin null when the host cannot say; then what rests on the host is left out
   */
  public Set<Link> of(Dossier dossier, @Nullable Kin kin) {
    Stream<Link> others =
        Stream.of(kin(dossier, kin), incidents(dossier), named(dossier), earlier(dossier))
            .flatMap(part -> part)
            .filter(link -> !link.other().equals(dossier.id()));
    return Stream.concat(registrations(dossier, kin), others)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** That the dossier itself belongs to the registration which came in the place of its own. */
  private static Stream<Link> registrations(Dossier dossier, @Nullable Kin kin) {
    return kin == null
        ? Stream.empty()
        : kin.replacements().stream().map(one -> new Link(LinkKind.SAME_PUPIL, dossier.id(), one));
  }

  private Stream<Link> kin(Dossier dossier, @Nullable Kin kin) {
    return kin == null
        ? Stream.empty()
        : kin.kinds().entrySet().stream()
            .flatMap(one -> links(one.getValue(), dossiers.apply(one.getKey())))
            .filter(link -> !link.pupil().equals(dossier.pupil()));
  }

  private Stream<Link> incidents(Dossier dossier) {
    Set<UUID> own = incidentsOf(dossier);
    return dossier
        .incidents()
        .flatMap(one -> one.pupils().stream())
        .filter(one -> !one.equals(dossier.pupil()))
        .distinct()
        .flatMap(one -> dossiers.apply(one).stream())
        .filter(one -> !Collections.disjoint(own, incidentsOf(one)))
        .flatMap(one -> links(LinkKind.SAME_INCIDENT, List.of(one)));
  }

  private static Set<UUID> incidentsOf(Dossier dossier) {
    return dossier.incidents().map(Incident::incident).collect(Collectors.toUnmodifiableSet());
  }

  /** Those who were named as involved, each with the dossier that they have now (S1.7d). */
  private Stream<Link> named(Dossier dossier) {
    Stream<PupilId> bySignals =
        dossier.all(Signal.class).stream()
            .map(Stated::entry)
            .flatMap(one -> one.otherPupils().stream());
    Stream<PupilId> byOverviews =
        dossier.all(SignalOverview.class).stream()
            .map(Stated::entry)
            .flatMap(one -> one.otherPupils().stream());
    return Stream.concat(bySignals, byOverviews)
        .filter(one -> !one.equals(dossier.pupil()))
        .distinct()
        .flatMap(one -> dossiers.apply(one).stream().reduce((first, last) -> last).stream())
        .flatMap(one -> links(LinkKind.SAME_INCIDENT, List.of(one)));
  }

  private Stream<Link> earlier(Dossier dossier) {
    return links(
        LinkKind.EARLIER_CASE,
        dossiers.apply(dossier.pupil()).stream()
            .takeWhile(one -> !one.id().equals(dossier.id()))
            .toList());
  }

  private static Stream<Link> links(LinkKind kind, List<Dossier> others) {
    return others.stream().map(one -> new Link(kind, one.id(), one.pupil()));
  }
}
