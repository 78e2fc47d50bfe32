package nl.meldcode.bench;

import static nl.meldcode.bench.Figures.figure;
import static nl.meldcode.bench.Figures.median;
import static nl.meldcode.bench.Figures.note;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import nl.meldcode.adapter.store.OpenStore;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.sql.PostgresServer;
import nl.meldcode.sqlite.SqliteFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to record an entry (form, keys, sealing, chain, look-ups, file of heads), against
 * one insert and commit of a row of the same size in a bare file with the same settings. Warmed up
 * as a server is that has run for a while.
 */
@Tag("bench")
class RecordEntryFiguresTest {
  private static final double GOAL = 2.0;
  private static final double GOAL_OF_SERVER = 1.3;
  private static final int ROUNDS = 60;
  private static final int PER_ROUND = 40;
  private static final int WARM_UP = 150;
  private static final String FACTS =
      "Vertelde in de kring dat het thuis niet fijn was. ".repeat(12);

  private interface Insert {
    void run(int number) throws SQLException;
  }

  @Test
  void recordingAnEntryCostsLittleMoreThanItsCommit(@TempDir Path dir) throws SQLException {
    try (OpenStore open = new OpenStore(dir);
        Connection bare = new SqliteFile(dir.resolve("plugin/bare.db")).open()) {
      NewEntries[] dossiers = begun(open);
      byte[] row;
      try (Connection own = new SqliteFile(dir.resolve("plugin/meldcode.db")).open()) {
        row = new byte[rowSize(own, "length(school)")];
      }
      run(bare, "CREATE TABLE bare (id INTEGER PRIMARY KEY, content BLOB NOT NULL)");
      double ratio = compare(open, dossiers, bare, row);
      figure("record-entry-vs-bare-insert", ratio, GOAL);
      assertThat(ratio).isLessThanOrEqualTo(GOAL);
    }
  }

  /** Beside the commit of the server a node syncs the heads of its own disk. */
  @Test
  void theSameOnPostgresql(@TempDir Path dir) throws SQLException {
    PostgresServer server = PostgresServer.empty();
    try (OpenStore open = new OpenStore(dir, server.settings());
        Connection bare = server.connect()) {
      NewEntries[] dossiers = begun(open);
      byte[] row = new byte[rowSize(bare, "octet_length(school)")];
      run(
          bare,
          "CREATE TABLE IF NOT EXISTS bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
              + " content bytea NOT NULL)");
      try {
        double ratio = compare(open, dossiers, bare, row);
        figure("record-entry-vs-bare-insert-postgresql", ratio, GOAL_OF_SERVER);
      } finally {
        run(bare, "DROP TABLE bare");
      }
    }
  }

  private static NewEntries[] begun(OpenStore open) {
    NewEntries[] dossiers = new NewEntries[50];
    Arrays.setAll(dossiers, i -> NewEntries.at("99AA"));
    for (NewEntries one : dossiers) {
      record(open.store().dossiers(), one);
    }
    return dossiers;
  }

  private static double compare(OpenStore open, NewEntries[] dossiers, Connection bare, byte[] row)
      throws SQLException {
    Dossiers store = open.store().dossiers();
    PreparedStatement insert = bare.prepareStatement("INSERT INTO bare (content) VALUES (?)");
    return compare(
        i -> record(store, dossiers[i % dossiers.length]),
        i -> {
          insert.setBytes(1, row);
          insert.executeUpdate();
        });
  }

  /** The median over rounds of the cost of one against the other, measured by turns. */
  private static double compare(Insert recorded, Insert inserted) throws SQLException {
    double[] ratios = new double[ROUNDS];
    double[] micros = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      boolean recordedFirst = round % 2 == 0;
      double first = time(recordedFirst ? recorded : inserted);
      double second = time(recordedFirst ? inserted : recorded);
      if (round >= 0) {
        ratios[round] = recordedFirst ? first / second : second / first;
        micros[round] = recordedFirst ? second : first;
      }
    }
    note("bare insert and commit, median of rounds", median(micros), "us");
    return median(ratios);
  }

  private static double time(Insert insert) throws SQLException {
    double[] micros = new double[PER_ROUND];
    for (int i = 0; i < PER_ROUND; i++) {
      long start = System.nanoTime();
      insert.run(i);
      micros[i] = (System.nanoTime() - start) / 1_000.0;
    }
    return median(micros);
  }

  private static void record(Dossiers store, NewEntries dossier) {
    if (!(store.append(dossier.signal(FACTS)) instanceof Appended.Done)) {
      throw new IllegalStateException("not recorded");
    }
  }

  private static void run(Connection bare, String sql) throws SQLException {
    try (Statement statement = bare.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Bytes of a row as the store writes it: the columns of the longest, clear and sealed. */
  private static int rowSize(Connection own, String school) throws SQLException {
    String sql =
        "SELECT max(%s + 16 + 8 + 16 + 8 + 4 + 32 + 16 + 32 + 32 + 32 + length(sealed)) FROM entry";
    try (Statement statement = own.createStatement();
        ResultSet size = statement.executeQuery(sql.formatted(school))) {
      size.next();
      return size.getInt(1);
    }
  }
}
