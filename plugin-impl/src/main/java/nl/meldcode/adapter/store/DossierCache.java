package nl.meldcode.adapter.store;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Decoded dossiers that were used last, bounded by the number of entries they hold. One that is
 * larger than half of that by itself stands apart, as long as there is memory: it takes no place
 * from all others (R19).
 */
final class DossierCache {
  private final Map<Place, Dossier> dossiers = new LinkedHashMap<>(64, 0.75f, true);
  private final int most;
  private int entries;
  private long forgotten;
  private @Nullable Place giantsPlace;
  private SoftReference<Dossier> giant = new SoftReference<>(null);

  DossierCache(int most) {
    this.most = most;
  }

  synchronized @Nullable Dossier find(Place place) {
    return place.equals(giantsPlace) ? giant.get() : dossiers.get(place);
  }

  synchronized void forget(Place place) {
    remove(place);
    forgotten++;
  }

  private void remove(Place place) {
    Dossier known = dossiers.remove(place);
    entries -= known == null ? 0 : known.entries().size();
    if (place.equals(giantsPlace)) {
      giantsPlace = null;
      giant.clear();
    }
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

  /**
   * Adds what was just recorded to what is kept, if that ends right before it. In one step: what is
   * forgotten meanwhile must not come back with it.
   */
  synchronized void grow(Place place, Recorded recorded) {
    Dossier known = find(place);
    if (known != null && known.version() == recorded.seq() - 1) {
      keep(place, known.with(recorded));
    }
  }

  /** Keeps the longer one of this and what is kept already. */
  synchronized void keep(Place place, Dossier dossier) {
    Dossier known = find(place);
    if (known != null && known.version() >= dossier.version()) {
      return;
    }
    remove(place);
    if (dossier.entries().size() > most / 2) {
      giantsPlace = place;
      giant = new SoftReference<>(dossier);
      return;
    }
    dossiers.put(place, dossier);
    entries += dossier.entries().size();
    var eldest = dossiers.values().iterator();
    while (entries > most && eldest.hasNext()) {
      entries -= eldest.next().entries().size();
      eldest.remove();
    }
  }
}
