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
    NewEntries[] dossiers = new NewEntries[50];
    Arrays.setAll(dossiers, i -> NewEntries.at("99AA"));
    try (OpenStore open = new OpenStore(dir);
        Connection bare = new SqliteFile(dir.resolve("plugin/bare.db")).open()) {
      Dossiers store = open.store().dossiers();
      for (NewEntries one : dossiers) {
        store.append(one.signal(FACTS));
      }
      byte[] row = new byte[rowSize(dir)];
      PreparedStatement insert = table(bare);
      Insert recorded = i -> record(store, dossiers[i % dossiers.length]);
      Insert inserted =
          i -> {
            insert.setBytes(1, row);
            insert.executeUpdate();
          };
      double ratio = compare(recorded, inserted);
      figure("record-entry-vs-bare-insert", ratio, GOAL);
      assertThat(ratio).isLessThanOrEqualTo(GOAL);
    }
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

  private static PreparedStatement table(Connection bare) throws SQLException {
    try (Statement statement = bare.createStatement()) {
      statement.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, content BLOB NOT NULL)");
    }
    return bare.prepareStatement("INSERT INTO bare (content) VALUES (?)");
  }

  /** Bytes of a row as the store writes it: the columns of the longest, clear and sealed. */
  private static int rowSize(Path dir) throws SQLException {
    String sql =
        "SELECT max(length(school) + 16 + 8 + 16 + 8 + 4 + 32 + 16 + 32 + 32 + 32 + length(sealed))"
            + " FROM entry";
    try (Connection connection = new SqliteFile(dir.resolve("plugin/meldcode.db")).open();
        Statement statement = connection.createStatement();
        ResultSet size = statement.executeQuery(sql)) {
      return size.getInt(1);
    }
  }
}
