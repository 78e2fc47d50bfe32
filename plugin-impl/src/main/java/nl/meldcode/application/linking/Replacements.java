package nl.meldcode.application.linking;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;

/**
 * Which dossiers stand under a registration that the host replaced by another, by that other, as
 * far as was looked. In memory: all is looked at again after each start. Safe for several threads.
 */
public final class Replacements {
  private final Map<Place, Collection<PupilId>> byDossier = new ConcurrentHashMap<>();

  private record Place(SchoolId school, DossierId dossier) {}

  /** What the host says now of the registrations of a dossier. */
  void found(SchoolId school, DossierId dossier, Set<PupilId> replacements) {
    Place place = new Place(school, dossier);
    if (replacements.isEmpty()) {
      byDossier.remove(place);
    } else {
      byDossier.put(place, replacements);
    }
  }

  /** The dossiers for which this pupil came in the place of another. */
  Set<DossierId> by(SchoolId school, PupilId pupil) {
    return byDossier.entrySet().stream()
        .filter(one -> one.getKey().school().equals(school))
        .filter(one -> one.getValue().contains(pupil))
        .map(one -> one.getKey().dossier())
        .collect(Collectors.toUnmodifiableSet());
  }
}
