package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.sql.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database with something in it is laid out in parts by school (R15). */
class PartitionBySchoolTest {
  private static final String INDEXES =
      "SELECT replace(indexdef, ' ON ONLY ', ' ON ') FROM pg_indexes"
          + " WHERE schemaname = 'meldcode' AND tablename !~ '_[0-9]+$' ORDER BY 1";
  private static final String GUARDS =
      "SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid"
          + " WHERE NOT tgisinternal AND tgparentid = 0 ORDER BY 1";
  private static final String NOT_BY_SCHOOL =
      "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_attribute a"
          + " ON a.attrelid = i.indrelid AND a.attname = 'school' AND a.attnum > 0"
          + " WHERE i.indisunique AND i.indkey[0] <> a.attnum AND"
          + " i.indrelid::regclass::text NOT LIKE 'context%'";

  @TempDir private Path dir;

  @AfterAll
  static void whole() throws SQLException {
    Parts.forget();
  }

  @Test
  @Covers({"R15", "R20"})
  void whatWasRecordedIsReadAndGoesOnAndTheRestStaysAsItWas() throws SQLException, IOException {
    Parts.forget();
    PostgresServer server = PostgresServer.empty();
    NewEntries one = NewEntries.at("99AA");
    NewEntries other = NewEntries.at("99AB");
    NewEntry first = one.signal("a");
    try (OpenStore open = new OpenStore(dir, server.settings())) {
      open.store().dossiers().append(first);
      open.store().dossiers().append(other.signal("b"));
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> Parts.layOut(server))
          .withMessageContaining("a node of the plugin is connected; stop all of them first");
    }
    assertThat(server.ask(NOT_BY_SCHOOL)).isEmpty();
    List<String> indexes = server.ask(INDEXES);
    List<String> guards = server.ask(GUARDS);

    Parts.layOut(server);
    Parts.layOut(server);

    assertThat(server.ask(INDEXES)).isEqualTo(indexes);
    assertThat(server.ask(GUARDS)).isEqualTo(guards).hasSizeGreaterThan(6);
    assertThat(server.ask("SELECT DISTINCT tableoid::regclass::text FROM entry")).hasSize(2);
    assertThat(server.ask("EXPLAIN (COSTS OFF) SELECT * FROM entry WHERE school = '99AA'"))
        .filteredOn(line -> line.contains(" on entry_"))
        .hasSize(1);
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> server.sql("UPDATE entry SET at = at + 1"))
        .withMessageContaining("is never changed");
    NewEntry next = one.signal("c");
    try (OpenStore open = new OpenStore(dir, server.settings())) {
      open.store().dossiers().append(next);
      assertThat(open.store().dossiers().find(one.school(), one.dossier()).orElseThrow().entries())
          .containsExactly(first.at(1), next.at(2));
      assertThat(open.store().damaged()).isZero();
    }
  }
}
