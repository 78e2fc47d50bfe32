package nl.meldcode.application.linking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.LinkLog;
import nl.meldcode.application.port.Roster;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.linking.Kin;
import nl.meldcode.domain.linking.Link;
import nl.meldcode.domain.linking.LinkChange;
import nl.meldcode.domain.linking.Linking;
import org.jspecify.annotations.Nullable;

/**
 * Looks again at the links of a pupil's dossiers and writes down what was found and what no longer
 * holds, on both sides. While the host cannot say, nothing that rests on it is lost. For one
 * thread.
 */
public final class FindLinks {
  private final Dossiers dossiers;
  private final Roster roster;
  private final LinkLog log;
  private final Replacements replacements;
  private final Clock clock;

  public FindLinks(
      Dossiers dossiers, Roster roster, LinkLog log, Replacements replacements, Clock clock) {
    this.dossiers = dossiers;
    this.roster = roster;
    this.log = log;
    this.replacements = replacements;
    this.clock = clock;
  }

  /** All dossiers of that pupil; those of an earlier registration by the one that counts now. */
  public void of(SchoolId school, PupilId pupil) {
    Linking linking = new Linking(other -> dossiers.of(school, other));
    dossiers.of(school, pupil).stream()
        .filter(dossier -> dossier.pupil().equals(pupil))
        .forEach(dossier -> look(school, linking, dossier));
  }

  private void look(SchoolId school, Linking linking, Dossier dossier) {
    @Nullable Kin kin = kin(school, dossier);
    Set<Link> standing = standing(dossier);
    replacements.found(
        school, dossier.id(), kin == null ? replacementsIn(standing) : kin.replacements());
    Set<Link> seen = linking.of(dossier, kin);
    seen.stream()
        .filter(link -> !link.isAmong(standing))
        .forEach(it -> both(school, dossier, it, true));
    standing.stream()
        .filter(link -> !link.isAmong(seen))
        .filter(link -> kin != null || !link.kind().restsOnHost())
        .filter(link -> isOfOne(dossier, link) || !seenFromThere(school, linking, dossier, link))
        .forEach(link -> both(school, dossier, link, false));
  }

  private static boolean isOfOne(Dossier dossier, Link link) {
    return link.other().equals(dossier.id());
  }

  /** With what became of earlier registrations, which says whether they still are one child. */
  private @Nullable Kin kin(SchoolId school, Dossier dossier) {
    try {
      Kin now = roster.kin(school, dossier.pupil());
      List<Kin.Tie> ties = new ArrayList<>(now.ties());
      dossier.registrations().stream()
          .filter(one -> !one.equals(dossier.pupil()))
          .flatMap(one -> replacements(school, dossier, one).stream())
          .forEach(one -> ties.add(new Kin.Tie(one, Kin.Basis.REPLACED, Set.of())));
      return new Kin(now.pupil(), ties, now.institutions());
    } catch (HostUnavailable | HostRefused e) {
      return null;
    }
  }

  /** A host forgets in time what became of a registration; then what it said last counts. */
  private Set<PupilId> replacements(SchoolId school, Dossier dossier, PupilId registration) {
    try {
      return roster.kin(school, registration).replacements();
    } catch (HostUnavailable | HostRefused e) {
      return replacementsIn(standing(dossier));
    }
  }

  private static Set<PupilId> replacementsIn(Set<Link> links) {
    return links.stream()
        .filter(one -> one.kind() == LinkKind.SAME_PUPIL)
        .map(Link::pupil)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where the host cannot say how it looks from there, it holds. */
  private boolean seenFromThere(SchoolId school, Linking linking, Dossier dossier, Link link) {
    Optional<Dossier> other = dossiers.find(school, link.other());
    if (other.isEmpty()) {
      return false;
    }
    @Nullable Kin kin = kin(school, other.get());
    Link mirrored = new Link(link.kind(), dossier.id(), dossier.pupil());
    return (kin == null && link.kind().restsOnHost())
        || mirrored.isAmong(linking.of(other.get(), kin));
  }

  private Set<Link> standing(Dossier dossier) {
    Map<Link, Link> standing = new LinkedHashMap<>();
    for (LinkChange change : log.of(dossier.school(), dossier.id())) {
      if (change.found()) {
        standing.put(change.link().bare(), change.link());
      } else {
        standing.remove(change.link().bare());
      }
    }
    return new LinkedHashSet<>(standing.values());
  }

  /** An earlier dossier does not point at a later one, so that link has one side. */
  private void both(SchoolId school, Dossier dossier, Link link, boolean found) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    log.add(dossier.school(), dossier.id(), new LinkChange(now, link, found));
    boolean oneSided = isOfOne(dossier, link) || link.pupil().equals(dossier.pupil());
    Link mirrored = new Link(link.kind(), dossier.id(), dossier.pupil());
    Optional<Dossier> other = dossiers.find(school, link.other());
    other
        .filter(it -> !oneSided && mirrored.isAmong(standing(it)) != found)
        .ifPresent(it -> log.add(it.school(), it.id(), new LinkChange(now, mirrored, found)));
  }
}
