package nl.meldcode.adapter.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteDeliveriesTest extends StoredDeliveriesContract {
  @RegisterExtension private final StoreForTest kept = StoreForTest.inSqlite();

  @Override
  StoreForTest kept() {
    return kept;
  }
}
