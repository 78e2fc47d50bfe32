package nl.meldcode.adapter.store;

import nl.meldcode.application.port.Reminders;
import nl.meldcode.application.port.RemindersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRemindersTest extends RemindersContract {
  @RegisterExtension private final StoreForTest kept = StoreForTest.inPostgres();

  @Override
  protected Reminders reminders() {
    return kept.store().reminders();
  }
}
