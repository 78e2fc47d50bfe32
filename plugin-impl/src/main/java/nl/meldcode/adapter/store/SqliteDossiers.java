package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.EntryJson;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Dossiers as rows of entries. An entry costs one insert and one commit; reading a dossier that was
 * used lately costs neither decryption nor disk.
 */
final class SqliteDossiers implements Dossiers {
  private static final int MOST_CACHED_ENTRIES = 20_000;
  private static final String UNDER =
      "SELECT dossier, seq FROM entry WHERE school = ? AND idempotency_key = ?";
  private final Database database;
  private final Heads heads;
  private final EntryJson json;
  private final Content content;
  private final EntryTable table;
  private final Subjects subjects;
  private final Beginnings beginnings;
  private final DossierCache cache = new DossierCache(MOST_CACHED_ENTRIES);

  SqliteDossiers(
      Database database, Heads heads, Vault vault, EntryJson json, ErasureLedger ledger) {
    this.database = database;
    this.heads = heads;
    this.json = json;
    content = new Content(json);
    table = new EntryTable(vault, content, ledger::names);
    subjects = new Subjects(vault);
    beginnings = new Beginnings(database);
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
    return database.read(statements -> under(statements, school, idempotencyKey));
  }

  @Override
  public Appended append(NewEntry entry) {
    byte[] bytes = content.write(entry);
    Hash subject = subjects.of(entry.school(), entry.pupil());
    return database.write(statements -> append(statements, entry, subject, bytes));
  }

  /** An entry with the place it will get. */
  private record Row(NewEntry entry, Clear clear) {
    @Override
    public String toString() {
      return "Row[" + clear.name() + "]";
    }
  }

  private Row row(Statements statements, NewEntry entry) throws SQLException {
    Place place = new Place(entry.school(), entry.dossier());
    Hash subject = subjects.of(entry.school(), entry.pupil());
    return new Row(entry, clear(statements, place, entry, subject));
  }

  @Override
  public Appended appendTogether(List<NewEntry> entries) {
    return database.write(
        statements -> {
          List<Row> rows = new ArrayList<>();
          for (NewEntry entry : entries) {
            rows.add(row(statements, entry));
          }
          return appendTogether(statements, rows);
        });
  }

  private Appended appendTogether(Statements statements, List<Row> rows) throws SQLException {
    NewEntry first = rows.get(0).entry();
    Head head = heads.of(new Place(first.school(), first.dossier()));
    Optional<Appended> repeated = repeated(statements, first);
    if (repeated.isPresent()) {
      return repeated.get();
    }
    if (first.expectedVersion() != null && first.expectedVersion() != head.seq()) {
      return new Appended.Stale(head.seq());
    }
    List<Head> ends =
        statements.together(
            inOne -> {
              List<Head> all = new ArrayList<>();
              for (Row row : rows) {
                all.add(insert(inOne, row.clear(), content.write(row.entry())));
              }
              return all;
            });
    List<Recorded> recorded = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      heads.advance(row.clear().place(), ends.get(i));
      recorded.add(remember(row.clear().place(), row.entry(), row.clear()));
    }
    return new Appended.Done(recorded.get(0));
  }

  private Appended append(Statements statements, NewEntry entry, Hash subject, byte[] bytes)
      throws SQLException {
    Place place = new Place(entry.school(), entry.dossier());
    Head head = heads.of(place);
    boolean stale = entry.expectedVersion() != null && entry.expectedVersion() != head.seq();
    if (stale || head.seq() == 0) {
      Optional<Appended> repeated = repeated(statements, entry);
      if (repeated.isPresent() || stale) {
        return repeated.orElse(new Appended.Stale(head.seq()));
      }
    }
    Clear clear = clear(statements, place, entry, subject);
    try {
      Head end =
          isFirstAboutPupil(clear)
              ? statements.together(inOne -> insert(inOne, clear, bytes))
              : table.insert(statements, clear, bytes);
      heads.advance(place, end);
    } catch (SQLiteException e) {
      return repeatedOr(e, statements, entry);
    }
    return new Appended.Done(remember(place, entry, clear));
  }

  /** With what else its commit needs. */
  private Head insert(Statements inOne, Clear clear, byte[] bytes) throws SQLException {
    if (isFirstAboutPupil(clear)) {
      Beginnings.join(inOne, clear.place(), clear.subject());
    }
    return table.insert(inOne, clear, bytes);
  }

  /** Whether the dossier is about another registration of its pupil from this entry on. */
  private boolean isFirstAboutPupil(Clear clear) {
    return clear.seq() > 1 && !beginnings.has(clear.place(), clear.subject());
  }

  /** The index of keys refuses a repeated one, so that a new one costs no look-up. */
  private Appended repeatedOr(SQLiteException refusal, Statements statements, NewEntry entry)
      throws SQLException {
    if (refusal.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE) {
      Optional<Appended> repeated = repeated(statements, entry);
      // What stood under that key may have been destroyed.
      return repeated.orElse(new Appended.OtherBody());
    }
    throw refusal;
  }

  private Optional<Appended> repeated(Statements statements, NewEntry entry) throws SQLException {
    return under(statements, entry.school(), entry.idempotencyKey())
        .map(
            earlier ->
                same(earlier, entry) ? new Appended.Again(earlier) : new Appended.OtherBody());
  }

  private Clear clear(Statements statements, Place place, NewEntry entry, Hash subject)
      throws SQLException {
    Head head = heads.of(place);
    return new Clear(
        place,
        head.seq() + 1,
        entry.id(),
        entry.at().toEpochMilli(),
        json.version(entry.entry().kind()),
        subject,
        entry.idempotencyKey(),
        head.hash(),
        Filed.of(statements, place, entry.attachments()));
  }

  private Recorded remember(Place place, NewEntry entry, Clear clear) {
    Recorded recorded =
        new Recorded(
            entry.dossier(),
            clear.seq(),
            entry.id(),
            Instant.ofEpochMilli(clear.at()),
            entry.pupil(),
            entry.author(),
            entry.role(),
            entry.protocol(),
            entry.attachments(),
            entry.entry());
    Dossier known = cache.find(place);
    if (!beginnings.has(place, clear.subject())) {
      beginnings.add(place, clear.subject());
    }
    if (clear.seq() == 1) {
      cache.keep(place, new Dossier(place.school(), List.of(recorded)));
    } else if (known != null && known.version() == clear.seq() - 1) {
      cache.keep(place, known.with(recorded));
    }
    return recorded;
  }

  private Optional<Recorded> under(Statements statements, SchoolId school, UUID key)
      throws SQLException {
    DossierId dossier;
    int seq;
    try (ResultSet row = statements.of(UNDER, school.value(), Ids.bytes(key)).executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      dossier = new DossierId(Ids.uuid(row.getBytes(1)));
      seq = row.getInt(2);
    }
    return find(school, dossier).flatMap(found -> found.numbered(seq));
  }

  private static boolean same(Recorded earlier, NewEntry entry) {
    return earlier.entry().equals(entry.entry())
        && earlier.author().equals(entry.author())
        && earlier.pupil().equals(entry.pupil());
  }
}
