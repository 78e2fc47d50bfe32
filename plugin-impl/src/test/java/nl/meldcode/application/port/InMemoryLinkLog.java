package nl.meldcode.application.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.linking.LinkChange;

/** Changes of links in memory. */
public final class InMemoryLinkLog implements LinkLog {
  private final Map<Place, List<LinkChange>> changes = new HashMap<>();

  private record Place(SchoolId school, DossierId dossier) {}

  @Override
  public synchronized List<LinkChange> of(SchoolId school, DossierId dossier) {
    return List.copyOf(changes.getOrDefault(new Place(school, dossier), List.of()));
  }

  @Override
  public synchronized void add(SchoolId school, DossierId dossier, LinkChange change) {
    changes.computeIfAbsent(new Place(school, dossier), place -> new ArrayList<>()).add(change);
  }
}
