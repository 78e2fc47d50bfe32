package nl.meldcode.adapter.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.adapter.store.ErasureLedger.Gone;
import nl.meldcode.api.EntryId;

/** What a ledger of erasures names, found by dossier. Not safe for use by several threads. */
final class Destroyed {
  private final Map<Place, List<Gone>> byPlace = new HashMap<>();

  /**
   * As the ledger of a data directory says.
   *
   * @throws nl.meldcode.application.port.StartRefused when it is damaged
   */
  static Destroyed in(Path dataDir) {
    Destroyed all = new Destroyed();
    ErasureLedger.read(dataDir.resolve(ErasureLedger.NAME)).keySet().forEach(all::add);
    return all;
  }

  void add(Gone gone) {
    byPlace.computeIfAbsent(gone.place(), place -> new ArrayList<>()).add(gone);
  }

  /** How often something of that dossier is among it. */
  int count(Place place) {
    return byPlace.getOrDefault(place, List.of()).size();
  }

  /** Whether that entry is among it. */
  boolean holds(Place place, EntryId entry) {
    return byPlace.getOrDefault(place, List.of()).stream().anyMatch(one -> one.holds(entry));
  }
}
