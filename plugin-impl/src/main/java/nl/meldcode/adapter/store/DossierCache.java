package nl.meldcode.adapter.store;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.meldcode.domain.dossier.Dossier;
import org.jspecify.annotations.Nullable;

/** Decoded dossiers that were used last, bounded by the number of entries they hold. */
final class DossierCache {
  private final Map<Place, Dossier> dossiers = new LinkedHashMap<>(64, 0.75f, true);
  private final int most;
  private int entries;
  private long forgotten;

  DossierCache(int most) {
    this.most = most;
  }

  synchronized @Nullable Dossier find(Place place) {
    return dossiers.get(place);
  }

  synchronized void forget(Place place) {
    Dossier known = dossiers.remove(place);
    entries -= known == null ? 0 : known.entries().size();
    forgotten++;
  }

  /** How often something was forgotten so far. */
  synchronized long forgotten() {
    return forgotten;
  }

  /** Keeps what was read, unless something was forgotten since that reading began. */
  synchronized void keepRead(Place place, Dossier dossier, long forgottenBefore) {
    if (forgotten == forgottenBefore) {
      keep(place, dossier);
    }
  }

  /** Keeps the longer one of this and what is kept already. */
  synchronized void keep(Place place, Dossier dossier) {
    Dossier known = dossiers.get(place);
    if (known != null && known.version() >= dossier.version()) {
      return;
    }
    dossiers.put(place, dossier);
    entries += dossier.entries().size() - (known == null ? 0 : known.entries().size());
    var eldest = dossiers.values().iterator();
    while (entries > most && eldest.hasNext()) {
      entries -= eldest.next().entries().size();
      eldest.remove();
    }
  }
}
