package nl.meldcode.application.port;

class InMemoryRemindersTest extends RemindersContract {
  private final InMemoryReminders reminders = new InMemoryReminders();

  @Override
  protected Reminders reminders() {
    return reminders;
  }
}
