package nl.meldcode.domain.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.entry.Correction;
import nl.meldcode.domain.entry.Entry;

/** What was put right in the entries of one dossier (A.12, 27). */
final class Corrections {
  private final Map<EntryId, List<Stated<Correction>>> byEntry = new HashMap<>();

  Corrections(List<Recorded> entries) {
    for (Recorded one : entries) {
      if (one.entry() instanceof Correction correction) {
        byEntry
            .computeIfAbsent(correction.entry(), id -> new ArrayList<>())
            .add(new Stated<>(one, correction));
      }
    }
  }

  Entry standing(Recorded recorded) {
    List<Stated<Correction>> all = of(recorded);
    return all.isEmpty() ? recorded.entry() : all.get(all.size() - 1).entry().corrected();
  }

  List<Replaced> history(Recorded recorded) {
    List<Replaced> history = new ArrayList<>();
    Entry stood = recorded.entry();
    for (Stated<Correction> one : of(recorded)) {
      history.add(new Replaced(stood, one));
      stood = one.entry().corrected();
    }
    return history;
  }

  private List<Stated<Correction>> of(Recorded recorded) {
    return byEntry.getOrDefault(recorded.id(), List.of());
  }
}
