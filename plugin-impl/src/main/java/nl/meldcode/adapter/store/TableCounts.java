package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import nl.meldcode.sql.Statements;

/** How many rows each table has. */
final class TableCounts {
  private static final String COUNTS =
      "SELECT 'entry', COUNT(*) FROM entry"
          + " UNION ALL SELECT 'attachment', COUNT(*) FROM attachment"
          + " UNION ALL SELECT 'draft', COUNT(*) FROM draft"
          + " UNION ALL SELECT 'session', COUNT(*) FROM session"
          + " UNION ALL SELECT 'context', COUNT(*) FROM context"
          + " UNION ALL SELECT 'delivery', COUNT(*) FROM delivery"
          + " UNION ALL SELECT 'delivered', COUNT(*) FROM delivered"
          + " UNION ALL SELECT 'link_change', COUNT(*) FROM link_change"
          + " UNION ALL SELECT 'launch_token', COUNT(*) FROM launch_token"
          + " UNION ALL SELECT 'school_lists', COUNT(*) FROM school_lists";

  private TableCounts() {}

  static Map<String, Long> of(Statements statements) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (ResultSet row = statements.of(COUNTS).executeQuery()) {
      while (row.next()) {
        counts.put(row.getString(1), row.getLong(2));
      }
    }
    return counts;
  }
}
