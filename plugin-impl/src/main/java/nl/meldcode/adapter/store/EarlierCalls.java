package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/** What calls under the same idempotency key recorded before. */
final class EarlierCalls {
  private static final String UNDER =
      "SELECT dossier, seq FROM entry WHERE school = ? AND idempotency_key = ?";
  private final Database database;
  private final Dossiers dossiers;

  EarlierCalls(Database database, Dossiers dossiers) {
    this.database = database;
    this.dossiers = dossiers;
  }

  private record Row(DossierId dossier, long seq) {}

  /**
   * What stands under that key, unless it was destroyed. The dossier is read after the row: who
   * holds a connection to read with never waits for a second one.
   */
  Optional<Recorded> under(SchoolId school, UUID key) {
    return recorded(school, database.read(statements -> row(statements, school, key)));
  }

  /** What to answer where something stands under the key of that entry. */
  Optional<Appended> same(NewEntry entry) {
    return under(entry.school(), entry.idempotencyKey()).map(it -> answer(it, entry));
  }

  /** The same for who writes. */
  Optional<Appended> same(Statements statements, NewEntry entry) throws SQLException {
    return recorded(entry.school(), row(statements, entry.school(), entry.idempotencyKey()))
        .map(it -> answer(it, entry));
  }

  private Optional<Recorded> recorded(SchoolId school, Optional<Row> row) {
    return row.flatMap(
        at -> dossiers.find(school, at.dossier()).flatMap(it -> it.numbered(at.seq())));
  }

  private static Optional<Row> row(Statements statements, SchoolId school, UUID key)
      throws SQLException {
    try (ResultSet row = statements.of(UNDER, school.value(), Ids.bytes(key)).executeQuery()) {
      return row.next()
          ? Optional.of(new Row(new DossierId(Ids.uuid(row.getBytes(1))), row.getLong(2)))
          : Optional.empty();
    }
  }

  private static Appended answer(Recorded earlier, NewEntry entry) {
    boolean same =
        earlier.entry().equals(entry.entry())
            && earlier.author().equals(entry.author())
            && earlier.pupil().equals(entry.pupil());
    return same ? new Appended.Again(earlier) : new Appended.OtherBody();
  }
}
