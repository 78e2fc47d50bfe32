package nl.meldcode.application.linking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.LinkLog;
import nl.meldcode.application.port.Roster;
import nl.meldcode.domain.dossier.Dossier;
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
  private final Clock clock;

  public FindLinks(Dossiers dossiers, Roster roster, LinkLog log, Clock clock) {
    this.dossiers = dossiers;
    this.roster = roster;
    this.log = log;
    this.clock = clock;
  }

  /** All dossiers of that pupil. */
  public void of(SchoolId school, PupilId pupil) {
    @Nullable Kin kin = kin(school, pupil);
    Linking linking = new Linking(other -> dossiers.of(school, other));
    for (Dossier dossier : dossiers.of(school, pupil)) {
      Set<Link> seen = linking.of(dossier, kin);
      Set<Link> standing = standing(dossier);
      seen.stream().filter(link -> !standing.contains(link)).forEach(it -> both(dossier, it, true));
      standing.stream()
          .filter(link -> !seen.contains(link))
          .filter(link -> kin != null || !link.kind().restsOnHost())
          .filter(link -> !seenFromThere(linking, dossier, link))
          .forEach(link -> both(dossier, link, false));
    }
  }

  private @Nullable Kin kin(SchoolId school, PupilId pupil) {
    try {
      return roster.kin(school, pupil);
    } catch (HostUnavailable e) {
      return null;
    }
  }

  /** Where the host cannot say how it looks from there, it holds. */
  private boolean seenFromThere(Linking linking, Dossier dossier, Link link) {
    Optional<Dossier> other = dossiers.find(dossier.school(), link.other());
    if (other.isEmpty()) {
      return false;
    }
    @Nullable Kin kin = kin(dossier.school(), link.pupil());
    Link mirrored = new Link(link.kind(), dossier.id(), dossier.pupil());
    return (kin == null && link.kind().restsOnHost())
        || linking.of(other.get(), kin).contains(mirrored);
  }

  private Set<Link> standing(Dossier dossier) {
    Set<Link> standing = new LinkedHashSet<>();
    for (LinkChange change : log.of(dossier.school(), dossier.id())) {
      if (change.found()) {
        standing.add(change.link());
      } else {
        standing.remove(change.link());
      }
    }
    return standing;
  }

  /** An earlier dossier does not point at a later one, so that link has one side. */
  private void both(Dossier dossier, Link link, boolean found) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    log.add(dossier.school(), dossier.id(), new LinkChange(now, link, found));
    boolean oneSided = link.pupil().equals(dossier.pupil());
    Link mirrored = new Link(link.kind(), dossier.id(), dossier.pupil());
    Optional<Dossier> other = dossiers.find(dossier.school(), link.other());
    other
        .filter(it -> !oneSided && standing(it).contains(mirrored) != found)
        .ifPresent(it -> log.add(it.school(), it.id(), new LinkChange(now, mirrored, found)));
  }
}
