package nl.meldcode.adapter.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDeliveriesTest extends StoredDeliveriesContract {
  @RegisterExtension private final StoreForTest kept = StoreForTest.inPostgres();

  @Override
  StoreForTest kept() {
    return kept;
  }
}
