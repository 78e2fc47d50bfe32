package nl.meldcode.adapter.crypto;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import org.jspecify.annotations.Nullable;

/** The dossier keys used last, so that most sealing needs no look-up. */
final class RecentKeys {
  private static final int MOST = 2_000;

  private final Map<Place, SecretKey> keys =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, SecretKey> eldest) {
          return size() > MOST;
        }
      };

  private record Place(SchoolId school, DossierId dossier) {}

  synchronized @Nullable SecretKey find(SchoolId school, DossierId dossier) {
    return keys.get(new Place(school, dossier));
  }

  synchronized void forget(SchoolId school, DossierId dossier) {
    keys.remove(new Place(school, dossier));
  }

  synchronized void keep(SchoolId school, DossierId dossier, SecretKey key) {
    keys.put(new Place(school, dossier), key);
  }
}
