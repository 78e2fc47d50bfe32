package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Rows of entries: sealing them, and opening them with every check of the chain. */
final class EntryTable {
  private static final String INSERT =
      "INSERT INTO entry (school, dossier, seq, id, at, kind_version, subject, idempotency_key,"
          + " previous, digest, hash, sealed, files) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?)";

  /**
   * Takes the dossier's lock if nobody holds it, and holds the last row: who destroys something of
   * it takes both, in that order.
   */
  private static final String INSERT_BEHIND =
      "INSERT INTO entry (school, dossier, seq, id, at, kind_version, subject, idempotency_key,"
          + " previous, digest, hash, sealed) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
          + " FROM entry AS last WHERE last.school = ? AND last.dossier = ? AND last.seq = ?"
          + " AND last.hash = ? AND last.sealed IS NOT NULL AND pg_try_advisory_xact_lock(?)"
          + " FOR SHARE ON CONFLICT (school, dossier, seq) DO NOTHING";

  private static final String UNTIL_FILES =
      "SELECT seq, id, at, kind_version, subject, idempotency_key, previous, digest, hash, sealed,";

  /** The columns as all who check a chain read them. */
  static final String COLUMNS = UNTIL_FILES + " files";

  /** The same of a copy that is older than the column of files. */
  static final String COLUMNS_BEFORE_FILES = UNTIL_FILES + " NULL AS files";

  private static final String KNOWS_FILES =
      "SELECT 1 FROM pragma_table_info('entry') WHERE name = 'files'";

  private static final String SELECT =
      COLUMNS + " FROM entry WHERE school = ? AND dossier = ? ORDER BY seq";
  private final Vault vault;
  private final Content content;
  private final BiPredicate<Place, EntryId> destroyed;

  /** Takes what says of an entry, by its place and id, whether it was destroyed. */
  EntryTable(Vault vault, Content content, BiPredicate<Place, EntryId> destroyed) {
    this.destroyed = destroyed;
    this.vault = vault;
    this.content = content;
  }

  /** Adds the row and gives the new end of the chain. */
  Head insert(Statements statements, Clear clear, byte[] bytes) throws SQLException {
    Row row = row(clear, bytes);
    statements.run(INSERT, row.with(Filed.column(clear.files())));
    return row.end();
  }

  /**
   * Does the same for an entry without files in one statement of PostgreSQL, a transaction by
   * itself: if the dossier still ends where this follows, and nobody else writes in it.
   */
  Optional<Head> insertBehind(Statements statements, Clear clear, byte[] bytes)
      throws SQLException {
    Row row = row(clear, bytes);
    Place place = clear.place();
    Object[] values =
        row.with(
            place.school().value(),
            Ids.bytes(place.dossier().value()),
            clear.seq() - 1,
            clear.previous().bytes(),
            place.lock());
    return statements.run(INSERT_BEHIND, values) == 1 ? Optional.of(row.end()) : Optional.empty();
  }

  /** What every row is made of, and the end of the chain with it. */
  private record Row(Head end, List<Object> values) {
    @Nullable Object[] with(@Nullable Object... more) {
      return Stream.concat(values.stream(), Stream.of(more)).toArray();
    }
  }

  private Row row(Clear clear, byte[] bytes) {
    Place place = clear.place();
    byte[] sealed = vault.seal(place.school(), place.dossier(), clear.bytes(), bytes);
    Hash digest = Hash.of(sealed);
    Hash hash = clear.hash(digest);
    return new Row(
        new Head(clear.seq(), hash),
        List.of(
            place.school().value(),
            Ids.bytes(place.dossier().value()),
            clear.seq(),
            Ids.bytes(clear.id().value()),
            clear.at(),
            clear.version(),
            clear.subject().bytes(),
            Ids.bytes(clear.idempotencyKey()),
            clear.previous().bytes(),
            digest.bytes(),
            hash.bytes(),
            sealed));
  }

  /**
   * Reads a whole dossier, without what was destroyed of it.
   *
   * @throws Tampered at the first entry that is not what was written, or when {@code head} is not
   *     among them
   */
  List<Recorded> read(Statements statements, Place place, Head head) throws SQLException {
    List<Recorded> entries = new ArrayList<>();
    Head end = Head.NONE;
    boolean complete = head.seq() == 0;
    try (ResultSet rows = statements.of(SELECT, key(place)).executeQuery()) {
      while (rows.next()) {
        Clear clear = clear(place, rows);
        byte[] sealed = rows.getBytes(10);
        end = next(end, clear, new Hash(rows.getBytes(8)), new Hash(rows.getBytes(9)));
        if (sealed != null || !destroyed.test(place, clear.id())) {
          entries.add(open(clear, sealed, new Hash(rows.getBytes(8))));
        }
        complete |= end.equals(head);
      }
    }
    if (!complete) {
      throw new Tampered(place.dossier() + " ends before " + head.seq());
    }
    return entries;
  }

  private static Object[] key(Place place) {
    return new Object[] {place.school().value(), Ids.bytes(place.dossier().value())};
  }

  /** The clear columns of a row that was read with {@link #COLUMNS}. */
  static Clear clear(Place place, ResultSet row) throws SQLException {
    return new Clear(
        place,
        row.getLong(1),
        new EntryId(Ids.uuid(row.getBytes(2))),
        row.getLong(3),
        row.getInt(4),
        new Hash(row.getBytes(5)),
        Ids.uuid(row.getBytes(6)),
        new Hash(row.getBytes(7)),
        Filed.read(row.getBytes(11)));
  }

  /** Whether it is no older than the column of files. */
  static boolean knowsFiles(Statements statements) throws SQLException {
    try (ResultSet row = statements.of(KNOWS_FILES).executeQuery()) {
      return row.next();
    }
  }

  /** The end of the chain with one more row; Tampered when it does not follow. */
  static Head next(Head end, Clear clear, Hash digest, Hash hash) {
    boolean follows = clear.seq() == end.seq() + 1 && clear.previous().equals(end.hash());
    if (!follows || !clear.hash(digest).equals(hash)) {
      throw new Tampered(clear.name());
    }
    return new Head(clear.seq(), hash);
  }

  private Recorded open(Clear clear, byte[] sealed, Hash digest) {
    if (sealed == null || !Hash.of(sealed).equals(digest)) {
      throw new Tampered(clear.name());
    }
    try {
      Place place = clear.place();
      return content.read(
          clear, vault.open(place.school(), place.dossier(), clear.bytes(), sealed));
    } catch (Tampered e) {
      throw new Tampered(clear.name());
    }
  }
}
