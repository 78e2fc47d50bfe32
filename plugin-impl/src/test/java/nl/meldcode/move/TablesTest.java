package nl.meldcode.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.meldcode.Covers;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.SqliteDatabase;
import nl.meldcode.sql.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table or a column that is added to the schema moves along. */
@Covers("R20")
class TablesTest {
  @TempDir private Path dir;

  @Test
  void everyColumnOfEveryTableIsMoved() {
    Map<String, Set<String>> store = columns("store");
    assertThat(store.remove("host_place")).as("moved under another name").isNotNull();
    assertThat(moved(Tables.STORE)).isEqualTo(store);
    assertThat(moved(Tables.KEYS)).isEqualTo(columns("keys"));
  }

  private static Map<String, Set<String>> moved(List<Copied> tables) {
    Map<String, Set<String>> all = new TreeMap<>();
    for (Copied table : tables) {
      String[] words = table.read.split("SELECT | FROM ", -1);
      assertThat(words[2]).isEqualTo(table.name());
      all.put(table.name(), new TreeSet<>(List.of(words[1].split(", ", -1))));
    }
    return all;
  }

  private Map<String, Set<String>> columns(String scripts) {
    try (Database database =
        SqliteDatabase.of(dir.resolve(scripts + ".db"), "db/migration/" + scripts)) {
      return database.read(
          statements -> {
            Map<String, Set<String>> all = new TreeMap<>();
            for (String table :
                words(statements, "SELECT name FROM sqlite_schema WHERE type = ?", "table")) {
              all.put(table, words(statements, "SELECT name FROM pragma_table_info(?)", table));
            }
            all.remove("flyway_schema_history");
            return all;
          });
    }
  }

  private static Set<String> words(
      Statements statements, @CompileTimeConstant final String sql, String value)
      throws SQLException {
    Set<String> all = new TreeSet<>();
    try (ResultSet rows = statements.of(sql, value).executeQuery()) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }
}
