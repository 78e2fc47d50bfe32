package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/** Under whose keys a database is sealed. */
final class Owner {
  /** Under whose key is sealed what is of no school. */
  static final SchoolId OURS = new SchoolId("node");

  /** What is sealed to tell whose keys they are. */
  static final byte[] OWNER = Labels.clear("belongs to");

  private Owner() {}

  static void refuseOthers(Database database, Vault vault) {
    if (database.read(Owner::of).isEmpty()) {
      byte[] made = vault.seal(OURS, OWNER, OWNER);
      database.write(
          s ->
              s.run(
                  "INSERT INTO belongs_to (id, sealed) VALUES (1, ?) ON CONFLICT DO NOTHING",
                  made));
    }
    try {
      vault.open(OURS, OWNER, database.read(Owner::of).orElseThrow());
    } catch (Tampered e) {
      database.close();
      throw new StartRefused("plugin/keys/keys.db does not hold the keys of this data", e);
    }
  }

  static Optional<byte[]> of(Statements statements) throws SQLException {
    try (ResultSet row = statements.of("SELECT sealed FROM belongs_to").executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }
}
