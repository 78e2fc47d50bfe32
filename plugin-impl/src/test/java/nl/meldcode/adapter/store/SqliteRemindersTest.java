package nl.meldcode.adapter.store;

import nl.meldcode.application.port.Reminders;
import nl.meldcode.application.port.RemindersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteRemindersTest extends RemindersContract {
  @RegisterExtension private final StoreForTest kept = StoreForTest.inSqlite();

  @Override
  protected Reminders reminders() {
    return kept.store().reminders();
  }
}
