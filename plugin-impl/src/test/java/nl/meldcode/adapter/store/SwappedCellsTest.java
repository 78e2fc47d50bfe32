package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.sql.Statements;
import nl.meldcode.sqlite.SqliteFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was sealed for one row, dossier or school opens in no other. */
class SwappedCellsTest {
  private static final String ROWS = EntryTable.COLUMNS + ", school, dossier FROM entry";

  private final List<Cell> cells = new ArrayList<>();
  @TempDir private Path dir;

  /** The clear part of a row, with what was sealed for it. */
  private static final class Cell {
    private final Clear clear;
    private final byte[] sealed;

    Cell(Clear clear, byte[] sealed) {
      this.clear = clear;
      this.sealed = sealed;
    }
  }

  @BeforeEach
  void sixDossiersOfTwoSchools() throws SQLException {
    try (OpenStore open = new OpenStore(dir)) {
      for (int i = 0; i < 6; i++) {
        NewEntries entries = NewEntries.at(i % 2 == 0 ? "99AA" : "99BB");
        for (int j = 0; j < 9; j++) {
          open.store().dossiers().append(entries.signal("signaal " + j));
        }
      }
    }
    try (Connection connection = new SqliteFile(dir.resolve("plugin/meldcode.db")).open();
        Statements statements = new Statements(connection);
        ResultSet row = statements.of(ROWS).executeQuery()) {
      while (row.next()) {
        UUID dossier = Ids.uuid(row.getBytes(13));
        Place place = new Place(new SchoolId(row.getString(12)), new DossierId(dossier));
        cells.add(new Cell(EntryTable.clear(place, row), row.getBytes(10)));
      }
    }
  }

  @Test
  @Covers("S25")
  void aThousandSwapsAreRefusedWithOneError() {
    Random random = new Random(25);
    Set<String> answers = new HashSet<>();
    try (FileVault vault = FileVault.open(dir)) {
      for (int i = 0; i < 1_000; i++) {
        int here = random.nextInt(cells.size());
        int there = (here + 1 + random.nextInt(cells.size() - 1)) % cells.size();
        answers.add(answer(vault, cells.get(here).clear, cells.get(there).sealed));
      }
      assertThat(cells.stream().map(each -> answer(vault, each.clear, each.sealed)))
          .as("in their own places")
          .containsOnly("opened");
    }
    assertThat(answers).containsExactly("sealed content");
  }

  @Test
  @Covers("S25")
  void eachFlippedByteOfFiftyValuesIsRefused() {
    Set<String> answers = new HashSet<>();
    try (FileVault vault = FileVault.open(dir)) {
      for (Cell cell : cells.subList(0, 50)) {
        for (int at = 0; at < cell.sealed.length; at++) {
          byte[] flipped = cell.sealed.clone();
          flipped[at] ^= 0x10;
          answers.add(answer(vault, cell.clear, flipped));
        }
      }
    }
    assertThat(answers).containsExactly("sealed content");
  }

  private static String answer(FileVault vault, Clear clear, byte[] sealed) {
    try {
      vault.open(clear.place().school(), clear.place().dossier(), clear.bytes(), sealed);
      return "opened";
    } catch (Tampered e) {
      return String.valueOf(e.getMessage());
    }
  }
}
