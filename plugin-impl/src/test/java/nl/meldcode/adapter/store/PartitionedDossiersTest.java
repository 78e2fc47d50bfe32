package nl.meldcode.adapter.store;

import java.sql.SQLException;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.DossiersContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class PartitionedDossiersTest extends DossiersContract {
  @RegisterExtension private final StoreForTest kept = StoreForTest.inParts();

  @Override
  protected Dossiers dossiers() {
    return kept.store().dossiers();
  }

  @AfterAll
  static void whole() throws SQLException {
    Parts.forget();
  }
}
