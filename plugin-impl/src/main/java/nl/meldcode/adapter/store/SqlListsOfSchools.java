package nl.meldcode.adapter.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.ListsJson;
import nl.meldcode.application.port.ListsOfSchools;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.school.KeptLists;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/**
 * Lists of schools as rows, sealed under the school's key; read once, as long as nobody else uses
 * this database.
 */
final class SqlListsOfSchools implements ListsOfSchools {
  private static final String ADD =
      "INSERT INTO school_lists (school, version, at, in_force, sealed) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (school, version) DO NOTHING";
  private static final String ALL =
      "SELECT version, at, in_force, sealed FROM school_lists WHERE school = ? ORDER BY version";
  private static final int ID = 16;

  private final Database database;
  private final Vault vault;
  private final ListsJson json;
  private final Map<SchoolId, List<KeptLists>> known = new ConcurrentHashMap<>();

  SqlListsOfSchools(Database database, Vault vault, ListsJson json) {
    this.database = database;
    this.vault = vault;
    this.json = json;
  }

  @Override
  public Optional<KeptLists> inForce(SchoolId school) {
    List<KeptLists> all = all(school);
    return all.stream().filter(KeptLists::inForce).reduce((first, second) -> second);
  }

  @Override
  public Optional<KeptLists> latest(SchoolId school) {
    List<KeptLists> all = all(school);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @Override
  public boolean add(SchoolId school, KeptLists lists) {
    byte[] content = json.write(lists.lists());
    byte[] clear = clear(school, lists.version(), lists.at(), lists.inForce());
    byte[] author = Ids.bytes(lists.author().value());
    byte[] sealed =
        vault.seal(
            school,
            clear,
            ByteBuffer.allocate(ID + content.length).put(author).put(content).array());
    // Not with RETURNING: its commit comes with the end of the rows, where a fault is not told.
    int added =
        database.write(
            statements ->
                statements.run(
                    ADD,
                    school.value(),
                    lists.version(),
                    lists.at().toEpochMilli(),
                    lists.inForce() ? 1 : 0,
                    sealed));
    known.remove(school);
    return added == 1;
  }

  /** Remembers nothing: it is read anew. */
  void forget() {
    known.clear();
  }

  private List<KeptLists> all(SchoolId school) {
    return database.shared()
        ? database.read(statements -> read(statements, school))
        : known.computeIfAbsent(school, one -> database.read(statements -> read(statements, one)));
  }

  private List<KeptLists> read(Statements statements, SchoolId school) throws SQLException {
    List<KeptLists> all = new ArrayList<>();
    try (ResultSet rows = statements.of(ALL, school.value()).executeQuery()) {
      while (rows.next()) {
        all.add(row(school, rows));
      }
    }
    return List.copyOf(all);
  }

  private KeptLists row(SchoolId school, ResultSet row) throws SQLException {
    long version = row.getLong(1);
    Instant at = Instant.ofEpochMilli(row.getLong(2));
    boolean inForce = row.getInt(3) == 1;
    ByteBuffer opened =
        ByteBuffer.wrap(vault.open(school, clear(school, version, at, inForce), row.getBytes(4)));
    byte[] author = new byte[ID];
    opened.get(author);
    byte[] content = new byte[opened.remaining()];
    opened.get(content);
    return new KeptLists(version, at, new StaffId(Ids.uuid(author)), inForce, json.stored(content));
  }

  private static byte[] clear(SchoolId school, long version, Instant at, boolean inForce) {
    return Labels.clear(
        "school lists",
        Labels.text(school.value()),
        Labels.number(version),
        Labels.number(at.toEpochMilli()),
        Labels.number(inForce ? 1 : 0));
  }
}
