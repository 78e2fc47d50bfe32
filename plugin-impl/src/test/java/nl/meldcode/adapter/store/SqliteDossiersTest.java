package nl.meldcode.adapter.store;

import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.DossiersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteDossiersTest extends DossiersContract {
  @RegisterExtension private final StoreForTest kept = StoreForTest.inSqlite();

  @Override
  protected Dossiers dossiers() {
    return kept.store().dossiers();
  }
}
