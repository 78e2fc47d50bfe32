package nl.meldcode.adapter.store;

import java.util.Map;
import nl.meldcode.application.health.Backlog;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.sql.Database;

/** How a store is, without anything of what is in it. */
public final class StoreSight {
  private final Database database;
  private final SqlDeliveries deliveries;

  StoreSight(Database database, SqlDeliveries deliveries) {
    this.database = database;
    this.deliveries = deliveries;
  }

  /**
   * Writes something that changes nothing, and reads it.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when that does not go
   * @throws Tampered when it is not what was written
   */
  public void writeAndRead(Vault vault) {
    database.write(statements -> statements.run("UPDATE belongs_to SET id = 1 WHERE id = 1"));
    byte[] owner = database.read(Owner::of).orElseThrow(() -> new Tampered("belongs_to"));
    vault.open(Owner.OURS, Owner.OWNER, owner);
  }

  /** How many rows each table has; nothing of what is in them. */
  public Map<String, Long> rowsPerTable() {
    return database.read(TableCounts::of);
  }

  /** What was recorded and is not delivered. */
  public Backlog backlog() {
    return deliveries.backlog();
  }
}
