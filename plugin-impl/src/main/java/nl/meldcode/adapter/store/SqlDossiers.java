package nl.meldcode.adapter.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.EntryJson;
import nl.meldcode.application.port.EveryDossier;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/**
 * Dossiers as rows of entries. An entry costs one insert and one commit; reading a dossier that was
 * used lately costs neither decryption nor disk.
 */
final class SqlDossiers implements Dossiers {
  /** So many bytes of all memory for each entry that is remembered: 20,000 of 256 MB. */
  private static final int BYTES_A_CACHED_ENTRY = 13_000;

  private final Database database;
  private final Heads heads;
  private final EntryJson json;
  private final Content content;
  private final EntryTable table;
  private final Subjects subjects;
  private final Beginnings beginnings;
  private final Turns turns;
  private final EarlierCalls earlier;
  private final DossierCache cache =
      new DossierCache((int) (Runtime.getRuntime().maxMemory() / BYTES_A_CACHED_ENTRY));

  SqlDossiers(
      Database database,
      Heads heads,
      Vault vault,
      EntryJson json,
      BiPredicate<Place, EntryId> destroyed) {
    this.database = database;
    this.heads = heads;
    this.json = json;
    content = new Content(json);
    table = new EntryTable(vault, content, destroyed);
    subjects = new Subjects(vault);
    beginnings = new Beginnings(database);
    turns = new Turns(database);
    earlier = new EarlierCalls(database, this);
  }

  @Override
  public List<Dossier> of(SchoolId school, PupilId pupil) {
    Hash subject = subjects.of(school, pupil);
    return beginnings.of(school, subject).stream()
        .flatMap(dossier -> find(school, dossier).stream())
        .filter(dossier -> dossier.registrations().contains(pupil))
        .sorted(Comparator.comparing(dossier -> dossier.entries().get(0).at()))
        .toList();
  }

  @Override
  public Optional<Dossier> find(SchoolId school, DossierId dossier) {
    Place place = new Place(school, dossier);
    Head head = heads.of(place);
    if (head.seq() == 0) {
      return Optional.empty();
    }
    Dossier known = cache.find(place);
    if (known != null && known.version() >= head.seq()) {
      return Optional.of(known);
    }
    long forgotten = cache.forgotten();
    List<Recorded> entries = database.read(statements -> table.read(statements, place, head));
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Dossier loaded = Dossier.upTo(head.seq(), school, entries);
    cache.keepRead(place, loaded, forgotten);
    return Optional.of(loaded);
  }

  /** All of them, past the cache. */
  EveryDossier every() {
    return new SqlEveryDossier(database, heads, table);
  }

  /** The disk failed, and what stands on it is read anew. */
  boolean lookAgain(Statements statements) throws SQLException {
    return heads.lookAgain(statements) && beginnings.load(statements);
  }

  /** Some of its entries were destroyed. */
  void readAnew(Place place) {
    cache.forget(place);
  }

  /** It was destroyed. */
  void forget(Place place) {
    heads.forget(place);
    readAnew(place);
  }

  @Override
  public List<DossierId> at(SchoolId school) {
    return beginnings
        .places()
        .filter(one -> one.school().equals(school))
        .map(Place::dossier)
        .toList();
  }

  /** A dossier that was tampered with is left out; it is said where it is read. */
  @Override
  public List<Whom> pupils() {
    return beginnings.places().flatMap(this::whom).distinct().toList();
  }

  private Stream<Whom> whom(Place place) {
    try {
      return find(place.school(), place.dossier()).stream()
          .flatMap(one -> one.registrations().stream().map(it -> new Whom(one.school(), it)));
    } catch (Tampered e) {
      return Stream.empty();
    }
  }

  @Override
  public Optional<Recorded> recordedUnder(SchoolId school, UUID idempotencyKey) {
    return earlier.under(school, idempotencyKey);
  }

  /** The index of keys refuses a repeated one, so that a new one costs no look-up. */
  @Override
  public Appended append(NewEntry entry) {
    try {
      Optional<Appended> done = database.shared() ? appendBehind(waiting(entry)) : Optional.empty();
      return done.orElseGet(() -> appendTogether(List.of(entry)));
    } catch (StoreUnavailable e) {
      if (!database.isRepeated(e)) {
        throw e;
      }
      // What stood under that key may have been destroyed.
      return earlier.same(entry).orElse(new Appended.OtherBody());
    }
  }

  /**
   * One round trip instead of four for what most often happens: the dossier ends where this node
   * saw it end, and nobody else writes in it. Empty otherwise, and nothing was written.
   */
  private Optional<Appended> appendBehind(Waiting one) {
    NewEntry entry = one.entry();
    Head head = heads.seen(one.place());
    boolean asSeen = entry.expectedVersion() == null || entry.expectedVersion() == head.seq();
    if (head.seq() == 0
        || !asSeen
        || !entry.attachments().isEmpty()
        || !beginnings.knows(one.place(), one.subject())) {
      return Optional.empty();
    }
    Clear clear = clear(one, head, List.of());
    return database
        .write(statements -> table.insertBehind(statements, clear, content.write(entry)))
        .map(end -> new Appended.Done(remember(entry, clear, end)));
  }

  @Override
  public Appended appendTogether(List<NewEntry> entries) {
    List<Waiting> waiting = entries.stream().map(this::waiting).toList();
    return database.alone(
        waiting.stream().map(one -> one.place().lock()).toList(),
        statements -> append(statements, waiting));
  }

  @Override
  public <T> T inTurn(SchoolId school, Collection<PupilId> pupils, Supplier<T> work) {
    return turns.holding(pupils.stream().map(one -> subjects.of(school, one)).toList(), work);
  }

  /**
   * An entry without its place in the chain, with all that can be made before nobody else writes.
   */
  private record Waiting(NewEntry entry, Place place, Hash subject) {
    @Override
    public String toString() {
      return "Waiting[" + place.dossier() + "]";
    }
  }

  private Waiting waiting(NewEntry entry) {
    return new Waiting(
        entry,
        new Place(entry.school(), entry.dossier()),
        subjects.of(entry.school(), entry.pupil()));
  }

  private Supplier<Appended> append(Statements statements, List<Waiting> waiting)
      throws SQLException {
    NewEntry first = waiting.get(0).entry();
    Head head = heads.of(waiting.get(0).place());
    boolean stale = first.expectedVersion() != null && first.expectedVersion() != head.seq();
    if (stale || head.seq() == 0 || waiting.size() > 1) {
      Optional<Appended> repeated = earlier.same(statements, first);
      if (repeated.isPresent() || stale) {
        return () -> repeated.orElse(new Appended.Stale(head.seq()));
      }
    }
    List<Clear> clear = new ArrayList<>();
    for (Waiting one : waiting) {
      List<Filed> files = Filed.of(statements, one.place(), one.entry().attachments());
      clear.add(clear(one, clear.isEmpty() ? head : heads.of(one.place()), files));
    }
    List<Head> ends =
        waiting.size() == 1 && !isFirstAboutPupil(clear.get(0))
            ? List.of(table.insert(statements, clear.get(0), content.write(first)))
            : statements.together(inOne -> insert(inOne, clear, waiting));
    return () -> {
      List<Recorded> recorded = new ArrayList<>();
      for (int i = 0; i < ends.size(); i++) {
        recorded.add(remember(waiting.get(i).entry(), clear.get(i), ends.get(i)));
      }
      return new Appended.Done(recorded.get(0));
    };
  }

  /** With what else their commit needs. */
  private List<Head> insert(Statements inOne, List<Clear> clear, List<Waiting> waiting)
      throws SQLException {
    List<Head> ends = new ArrayList<>();
    for (int i = 0; i < clear.size(); i++) {
      Clear one = clear.get(i);
      if (isFirstAboutPupil(one)) {
        Beginnings.join(inOne, one.place(), one.subject());
      }
      ends.add(table.insert(inOne, one, content.write(waiting.get(i).entry())));
    }
    return ends;
  }

  /** Whether the dossier is about another registration of its pupil from this entry on. */
  private boolean isFirstAboutPupil(Clear clear) {
    return clear.seq() > 1 && !beginnings.has(clear.place(), clear.subject());
  }

  private Clear clear(Waiting waiting, Head head, List<Filed> files) {
    NewEntry entry = waiting.entry();
    Place place = waiting.place();
    return new Clear(
        place,
        head.seq() + 1,
        entry.id(),
        entry.at().toEpochMilli(),
        json.version(entry.entry().kind()),
        waiting.subject(),
        entry.idempotencyKey(),
        head.hash(),
        files);
  }

  /** It is on disk. */
  private Recorded remember(NewEntry entry, Clear clear, Head end) {
    Place place = clear.place();
    heads.advance(place, end);
    Recorded recorded = entry.at(clear.seq());
    if (!beginnings.has(place, clear.subject())) {
      beginnings.add(place, clear.subject());
    }
    if (clear.seq() == 1) {
      cache.keep(place, new Dossier(place.school(), List.of(recorded)));
    } else {
      cache.grow(place, recorded);
    }
    return recorded;
  }
}
