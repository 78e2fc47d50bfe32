package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Reminders;
import nl.meldcode.application.port.Vault;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/** Reminders, a row per person under a keyed hash. Of several nodes one takes the turn of a day. */
final class SqlReminders implements Reminders {
  private static final String WANTED = "SELECT wanted FROM reminder WHERE name = ?";
  private static final String WANT =
      "INSERT INTO reminder (name, wanted, day) VALUES (?, ?, 0)"
          + " ON CONFLICT (name) DO UPDATE SET wanted = excluded.wanted";
  private static final String TAKE =
      "INSERT INTO reminder (name, wanted, day) VALUES (?, 1, ?)"
          + " ON CONFLICT (name) DO UPDATE SET day = excluded.day"
          + " WHERE reminder.day <> excluded.day";
  private static final String GIVE_BACK = "UPDATE reminder SET day = 0 WHERE name = ? AND day = ?";
  private final Database database;
  private final Vault vault;

  SqlReminders(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public boolean wanted(StaffId staff) {
    byte[] name = name(staff);
    return database.read(statements -> wanted(statements, name));
  }

  private static boolean wanted(Statements statements, byte[] name) throws SQLException {
    try (ResultSet row = statements.of(WANTED, name).executeQuery()) {
      return !row.next() || row.getInt(1) == 1;
    }
  }

  @Override
  public void want(StaffId staff, boolean wanted) {
    byte[] name = name(staff);
    database.write(statements -> statements.run(WANT, name, wanted ? 1 : 0));
  }

  @Override
  public boolean takeTurn(StaffId staff, LocalDate day) {
    byte[] name = name(staff);
    return database.write(statements -> statements.run(TAKE, name, day.toEpochDay())) == 1;
  }

  @Override
  public void giveBack(StaffId staff, LocalDate day) {
    byte[] name = name(staff);
    database.write(statements -> statements.run(GIVE_BACK, name, day.toEpochDay()));
  }

  private byte[] name(StaffId staff) {
    return vault.lookup(Owner.OURS, Labels.clear("reminder", Ids.bytes(staff.value())));
  }
}
