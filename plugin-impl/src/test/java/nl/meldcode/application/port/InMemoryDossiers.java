package nl.meldcode.application.port;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import org.jspecify.annotations.Nullable;

/** Dossiers in memory, by the same contract as the store. */
public final class InMemoryDossiers implements Dossiers {
  private final Map<Place, Dossier> dossiers = new LinkedHashMap<>();
  private final Map<Key, Recorded> keys = new HashMap<>();
  private boolean broken;

  private record Place(SchoolId school, DossierId dossier) {}

  private record Key(SchoolId school, UUID value) {}

  /** From now on nothing can be written, as with a full disk. */
  public synchronized void breakDown() {
    broken = true;
  }

  /** Writing works again. */
  public synchronized void repair() {
    broken = false;
  }

  /** Every dossier, in order of beginning. */
  public synchronized List<Dossier> all() {
    return new ArrayList<>(dossiers.values());
  }

  @Override
  public synchronized List<Dossier> of(SchoolId school, PupilId pupil) {
    return dossiers.values().stream()
        .filter(one -> one.school().equals(school) && one.registrations().contains(pupil))
        .sorted(Comparator.comparing(one -> one.entries().get(0).at()))
        .toList();
  }

  @Override
  public synchronized List<DossierId> at(SchoolId school) {
    return dossiers.keySet().stream()
        .filter(one -> one.school().equals(school))
        .map(Place::dossier)
        .toList();
  }

  @Override
  public synchronized List<Whom> pupils() {
    return dossiers.values().stream()
        .flatMap(one -> one.registrations().stream().map(it -> new Whom(one.school(), it)))
        .distinct()
        .toList();
  }

  @Override
  public synchronized Optional<Dossier> find(SchoolId school, DossierId dossier) {
    return Optional.ofNullable(dossiers.get(new Place(school, dossier)));
  }

  @Override
  public synchronized Optional<Recorded> recordedUnder(SchoolId school, UUID idempotencyKey) {
    return Optional.ofNullable(keys.get(new Key(school, idempotencyKey)));
  }

  @Override
  public synchronized Appended append(NewEntry entry) {
    if (broken) {
      throw new StoreUnavailable("broken", new IllegalStateException("broken by the test"));
    }
    Key key = new Key(entry.school(), entry.idempotencyKey());
    Recorded earlier = keys.get(key);
    if (earlier != null) {
      return same(earlier, entry) ? new Appended.Again(earlier) : new Appended.OtherBody();
    }
    Place place = new Place(entry.school(), entry.dossier());
    @Nullable Dossier dossier = dossiers.get(place);
    long version = dossier == null ? 0 : dossier.version();
    if (entry.expectedVersion() != null && entry.expectedVersion() != version) {
      return new Appended.Stale(version);
    }
    Recorded recorded = entry.at(version + 1);
    dossiers.put(
        place,
        dossier == null ? new Dossier(entry.school(), List.of(recorded)) : dossier.with(recorded));
    keys.put(key, recorded);
    return new Appended.Done(recorded);
  }

  @Override
  public synchronized Appended appendTogether(List<NewEntry> entries) {
    boolean used =
        entries.stream()
            .skip(1)
            .anyMatch(one -> keys.containsKey(new Key(one.school(), one.idempotencyKey())));
    if (used
        && !keys.containsKey(new Key(entries.get(0).school(), entries.get(0).idempotencyKey()))) {
      throw new StoreUnavailable("write", new IllegalStateException("a key is used"));
    }
    Appended first = append(entries.get(0));
    if (first instanceof Appended.Done) {
      entries.stream().skip(1).forEach(this::append);
    }
    return first;
  }

  private static boolean same(Recorded earlier, NewEntry entry) {
    return earlier.entry().equals(entry.entry())
        && earlier.author().equals(entry.author())
        && earlier.pupil().equals(entry.pupil());
  }

  @Override
  public <T> T inTurn(SchoolId school, Collection<PupilId> pupils, Supplier<T> work) {
    return work.get();
  }
}
