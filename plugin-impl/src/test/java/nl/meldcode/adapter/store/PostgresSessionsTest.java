package nl.meldcode.adapter.store;

import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.SessionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSessionsTest extends SessionsContract {
  @RegisterExtension private final StoreForTest kept = StoreForTest.inPostgres();

  @Override
  protected Sessions sessions() {
    return kept.store().sessions();
  }
}
