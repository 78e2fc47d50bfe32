package nl.meldcode.adapter.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.meldcode.adapter.store.ErasureLedger.Gone;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/**
 * The lines of the ledger once more in the database, where several nodes share it: each node has a
 * ledger of its own, and takes from here what others destroyed.
 */
final class ErasureTable {
  private static final String ADD =
      "INSERT INTO erasure (school, dossier, name, entries, certificate) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String ALL = "SELECT school, dossier, entries, certificate FROM erasure";
  private static final String ONE =
      "SELECT school, dossier, entries, certificate FROM erasure WHERE school = ? AND dossier = ?";
  private final Database database;

  ErasureTable(Database database) {
    this.database = database;
  }

  /** What was destroyed, by whatever node; none where this node is the only one. */
  Map<Gone, byte[]> all() {
    return database.shared() ? database.read(ErasureTable::allOf) : Map.of();
  }

  /** What was destroyed of one dossier. */
  Map<Gone, byte[]> of(Place place) {
    return database.read(
        s -> read(s.of(ONE, place.school().value(), Ids.bytes(place.dossier().value()))));
  }

  /** Tells the other nodes, in the transaction in which it is destroyed. */
  void add(Statements inOne, Gone gone, byte[] certificate) throws SQLException {
    if (database.shared()) {
      insert(inOne, gone, certificate);
    }
  }

  static void insert(Statements inOne, Gone gone, byte[] certificate) throws SQLException {
    String entries = ErasureLedger.ids(gone.entries());
    inOne.run(
        ADD,
        gone.place().school().value(),
        Ids.bytes(gone.place().dossier().value()),
        Hash.of(Labels.text(entries)).bytes(),
        entries,
        certificate);
  }

  /** All lines of such a table. */
  static Map<Gone, byte[]> allOf(Statements statements) throws SQLException {
    return read(statements.of(ALL));
  }

  private static Map<Gone, byte[]> read(PreparedStatement asked) throws SQLException {
    Map<Gone, byte[]> found = new LinkedHashMap<>();
    try (ResultSet rows = asked.executeQuery()) {
      while (rows.next()) {
        Place place =
            new Place(new SchoolId(rows.getString(1)), new DossierId(Ids.uuid(rows.getBytes(2))));
        found.put(new Gone(place, ErasureLedger.entries(rows.getString(3))), rows.getBytes(4));
      }
    }
    return found;
  }
}
