package nl.meldcode.adapter.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import nl.meldcode.adapter.store.ErasureLedger.Gone;
import nl.meldcode.sql.Statements;

/**
 * What stands elsewhere, or under another name, as soon as several nodes share a database: what was
 * destroyed, which each node also has in its ledger, and how far the feed of a host was followed,
 * which each does by itself.
 */
public final class SharedByNodes implements AutoCloseable {
  private static final String PLACES = "SELECT tenant, cursor FROM host_place";
  private static final String PLACE = "INSERT INTO host_place (tenant, cursor) VALUES (?, ?)";
  private final ErasureLedger ledger;
  private final String suffix;

  /** Takes the data directory and the name of its node. */
  public SharedByNodes(Path dataDir, String node) {
    ledger = new ErasureLedger(dataDir);
    suffix = " " + node;
  }

  /** From the only data directory there was. */
  public void toNodes(Statements from, Statements to) throws SQLException {
    for (Map.Entry<Gone, byte[]> one : ledger.all().entrySet()) {
      ErasureTable.insert(to, one.getKey(), one.getValue());
    }
    try (ResultSet rows = from.of(PLACES).executeQuery()) {
      while (rows.next()) {
        to.run(PLACE, rows.getString(1) + suffix, rows.getString(2));
      }
    }
  }

  /** To the only data directory there will be. */
  public void toOne(Statements from, Statements to) throws SQLException {
    ErasureTable.allOf(from).forEach(ledger::add);
    try (ResultSet rows = from.of(PLACES).executeQuery()) {
      while (rows.next()) {
        String tenant = rows.getString(1);
        if (tenant.endsWith(suffix)) {
          to.run(PLACE, tenant.substring(0, tenant.length() - suffix.length()), rows.getString(2));
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }
}
