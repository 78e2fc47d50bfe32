package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.meldcode.application.port.Drafts;
import nl.meldcode.application.port.Vault;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/** Drafts, sealed under the school's key; writer, pupil and form are a keyed hash only. */
final class SqlDrafts implements Drafts {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final String SAVE =
      "INSERT INTO draft (school, name, subject, saved_at, sealed) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (school, name) DO UPDATE SET"
          + " saved_at = excluded.saved_at, sealed = excluded.sealed";
  private static final String FIND =
      "SELECT saved_at, sealed FROM draft WHERE school = ? AND name = ?";
  private static final String DELETE = "DELETE FROM draft WHERE school = ? AND name = ?";
  private static final String SWEEP = "DELETE FROM draft WHERE saved_at <= ?";
  private final Database database;
  private final Vault vault;
  private final Subjects subjects;

  SqlDrafts(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    subjects = new Subjects(vault);
  }

  @Override
  public void save(Key key, String json, Instant at) {
    byte[] name = name(key);
    long savedAt = at.toEpochMilli();
    byte[] sealed = vault.seal(key.school(), clear(key, name, savedAt), json.getBytes(UTF_8));
    byte[] subject = subjects.of(key.school(), key.pupil()).bytes();
    database.write(
        statements -> statements.run(SAVE, key.school().value(), name, subject, savedAt, sealed));
  }

  @Override
  public Optional<Draft> find(Key key, Instant now) {
    byte[] name = name(key);
    return database
        .read(statements -> find(statements, key, name))
        .filter(draft -> draft.savedAt().plus(KEPT).isAfter(now));
  }

  @Override
  public void delete(Key key) {
    byte[] name = name(key);
    database.write(statements -> statements.run(DELETE, key.school().value(), name));
  }

  void sweep(Instant now) {
    database.write(statements -> statements.run(SWEEP, now.minus(KEPT).toEpochMilli()));
  }

  private Optional<Draft> find(Statements statements, Key key, byte[] name) throws SQLException {
    try (ResultSet row = statements.of(FIND, key.school().value(), name).executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      long savedAt = row.getLong(1);
      byte[] json = vault.open(key.school(), clear(key, name, savedAt), row.getBytes(2));
      return Optional.of(new Draft(new String(json, UTF_8), Instant.ofEpochMilli(savedAt)));
    }
  }

  private byte[] name(Key key) {
    return vault.lookup(
        key.school(),
        Labels.clear(
            "draft",
            Ids.bytes(key.writer().value()),
            Ids.bytes(key.pupil().value()),
            Labels.text(key.form())));
  }

  private static byte[] clear(Key key, byte[] name, long savedAt) {
    return Labels.clear("draft", Labels.text(key.school().value()), name, Labels.number(savedAt));
  }
}
