package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.util.Optional;
import nl.meldcode.application.port.HostPlace;

/** How far the feed of each host tenant was followed; nothing in it is about people. */
final class SqliteHostPlace implements HostPlace {
  private final Database database;

  SqliteHostPlace(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> of(String tenant) {
    return database.read(
        statements -> {
          try (ResultSet row =
              statements
                  .of("SELECT cursor FROM host_place WHERE tenant = ?", tenant)
                  .executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
          }
        });
  }

  @Override
  public void keep(String tenant, String cursor) {
    database.write(
        statements ->
            statements.run(
                "INSERT INTO host_place (tenant, cursor) VALUES (?, ?)"
                    + " ON CONFLICT (tenant) DO UPDATE SET cursor = excluded.cursor",
                tenant,
                cursor));
  }
}
