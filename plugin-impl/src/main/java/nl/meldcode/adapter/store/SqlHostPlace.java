package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.util.Optional;
import nl.meldcode.application.port.HostPlace;
import nl.meldcode.sql.Database;

/** How far the feed of each host tenant was followed; nothing in it is about people. */
final class SqlHostPlace implements HostPlace {
  private final Database database;
  private final String node;

  /** Each node follows the feed by itself, since each remembers what changed at the host. */
  SqlHostPlace(Database database, String node) {
    this.database = database;
    this.node = node;
  }

  private String name(String tenant) {
    return database.shared() ? tenant + " " + node : tenant;
  }

  @Override
  public Optional<String> of(String tenant) {
    return database.read(
        statements -> {
          try (ResultSet row =
              statements
                  .of("SELECT cursor FROM host_place WHERE tenant = ?", name(tenant))
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
                name(tenant),
                cursor));
  }
}
