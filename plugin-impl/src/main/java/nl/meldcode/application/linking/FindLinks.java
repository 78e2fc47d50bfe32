package nl.meldcode.application.linking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.HostRefused;
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
    if (kin != null) {
      replacements.found(school, dossier.id(), kin.replacements());
    }
    Set<Link> seen = linking.of(dossier, kin);
    Set<Link> standing = standing(dossier);
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
      for (PupilId registration : dossier.registrations()) {
        if (!registration.equals(dossier.pupil())) {
          roster.kin(school, registration).ties().stream()
              .filter(one -> one.basis() == Kin.Basis.REPLACED)
              .forEach(ties::add);
        }
      }
      return new Kin(now.pupil(), ties, now.institutions());
    } catch (HostUnavailable | HostRefused e) {
      return null;
    }
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
