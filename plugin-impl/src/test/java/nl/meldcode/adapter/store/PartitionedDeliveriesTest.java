package nl.meldcode.adapter.store;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class PartitionedDeliveriesTest extends StoredDeliveriesContract {
  @RegisterExtension private final StoreForTest kept = StoreForTest.inParts();

  @Override
  StoreForTest kept() {
    return kept;
  }

  @AfterAll
  static void whole() throws SQLException {
    Parts.forget();
  }
}
