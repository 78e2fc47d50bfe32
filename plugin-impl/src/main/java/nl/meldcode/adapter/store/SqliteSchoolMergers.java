package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.domain.school.Mergers;

/** Mergers of schools; nothing in them is about people. Read once, as few as they are. */
final class SqliteSchoolMergers implements SchoolMergers {
  private final Database database;
  private volatile Mergers now;

  SqliteSchoolMergers(Database database) {
    this.database = database;
    this.now = database.read(SqliteSchoolMergers::load);
  }

  @Override
  public Mergers now() {
    return now;
  }

  @Override
  public synchronized void keep(Mergers mergers) {
    if (!mergers.equals(now)) {
      database.write(statements -> statements.together(inOne -> replace(inOne, mergers)));
      now = mergers;
    }
  }

  private static boolean replace(Statements statements, Mergers mergers) throws SQLException {
    statements.run("DELETE FROM school_merger");
    for (Map.Entry<SchoolId, SchoolId> one : mergers.into().entrySet()) {
      statements.run(
          "INSERT INTO school_merger (school, into_school) VALUES (?, ?)",
          one.getKey().value(),
          one.getValue().value());
    }
    return true;
  }

  private static Mergers load(Statements statements) throws SQLException {
    Map<SchoolId, SchoolId> into = new HashMap<>();
    try (ResultSet rows =
        statements.of("SELECT school, into_school FROM school_merger").executeQuery()) {
      while (rows.next()) {
        into.put(new SchoolId(rows.getString(1)), new SchoolId(rows.getString(2)));
      }
    }
    return new Mergers(into);
  }
}
