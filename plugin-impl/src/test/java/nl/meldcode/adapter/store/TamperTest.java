package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.sql.Statements;
import nl.meldcode.sqlite.SqliteFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits of the file behind the store's back are found by reading the dossier. */
class TamperTest {
  private static final String CHANGES = "DROP TRIGGER entry_is_never_changed";
  private static final String DELETES = "DROP TRIGGER entry_is_never_deleted";
  private final NewEntries entries = NewEntries.at("99AA");
  private final NewEntries other = NewEntries.at("99AA");
  private final List<NewEntry> written =
      IntStream.range(0, 4).mapToObj(i -> entries.signal("signal " + i)).toList();

  @TempDir private Path dir;

  @BeforeEach
  void write() {
    try (OpenStore open = new OpenStore(dir)) {
      written.forEach(open.store().dossiers()::append);
      open.store().dossiers().append(other.signal("x"));
      open.store().dossiers().append(other.signal("y"));
    }
  }

  @Test
  void whatNobodyTouchedIsRead() {
    assertThat(found()).containsExactlyElementsOf(expected());
  }

  @ParameterizedTest
  @Covers({"A01", "S25"})
  @ValueSource(
      strings = {
        "UPDATE entry SET at = at - 86400000 WHERE seq = 2",
        "UPDATE entry SET kind_version = kind_version + 1 WHERE seq = 2",
        "UPDATE entry SET id = randomblob(16) WHERE seq = 2",
        "UPDATE entry SET idempotency_key = randomblob(16) WHERE seq = 2",
        "UPDATE entry SET previous = randomblob(32) WHERE seq = 2",
        "UPDATE entry SET digest = randomblob(32) WHERE seq = 2",
        "UPDATE entry SET hash = randomblob(32) WHERE seq = 2",
        "UPDATE entry SET sealed = randomblob(length(sealed)) WHERE seq = 2",
        "UPDATE entry SET sealed = NULL WHERE seq = 2",
        "UPDATE entry SET sealed = substr(sealed, 1, length(sealed) - 1) WHERE seq = 2",
        "UPDATE entry SET subject = randomblob(32) WHERE seq = 2",
        "UPDATE entry SET school = '99BB' WHERE seq = 2",
        "UPDATE entry SET seq = 9 WHERE seq = 2",
        "UPDATE entry SET sealed = (SELECT e.sealed FROM entry e WHERE e.dossier = entry.dossier"
            + " AND e.seq = 1) WHERE seq = 2",
        "UPDATE entry SET (sealed, digest) = (SELECT e.sealed, e.digest FROM entry e"
            + " WHERE e.dossier = entry.dossier AND e.seq = 1) WHERE seq = 2",
        "DELETE FROM entry WHERE seq = 2",
        "DELETE FROM entry WHERE seq = 1",
      })
  void everyEditByHandIsFound(String edit) throws SQLException {
    sql(CHANGES, DELETES, edit);
    try (OpenStore open = new OpenStore(dir)) {
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> open.store().dossiers().find(entries.school(), entries.dossier()));
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> open.store().dossiers().find(other.school(), other.dossier()));
    }
  }

  /** Hash and head need no key to be made anew; the sealed content knows its clear columns. */
  @Test
  @Covers({"A01", "S25"})
  void aReDatedEntryWithHashAndHeadMadeAnewIsStillFound() throws SQLException, IOException {
    NewEntries one = NewEntries.at("99AA");
    NewEntry entry = one.signal("z");
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(entry);
    }
    Hash hash = reDated(one, entry);
    Path heads = dir.resolve("plugin/heads.log");
    String line = "99AA " + one.dossier() + " 1 " + hash.hex() + "\n";
    Files.writeString(heads, line, StandardOpenOption.APPEND);
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().damaged()).isZero();
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> open.store().dossiers().find(one.school(), one.dossier()))
          .withMessage(one.dossier() + "/1");
    }
  }

  private Hash reDated(NewEntries one, NewEntry entry) throws SQLException {
    sql(CHANGES);
    try (Connection connection = new SqliteFile(dir.resolve("plugin/meldcode.db")).open();
        Statements statements = new Statements(connection)) {
      byte[] dossier = Ids.bytes(one.dossier().value());
      final String select = "SELECT kind_version, subject, digest FROM entry WHERE dossier = ?";
      try (ResultSet row = statements.of(select, dossier).executeQuery()) {
        Clear forged =
            new Clear(
                new Place(one.school(), one.dossier()),
                1,
                entry.id(),
                entry.at().minus(Duration.ofDays(1)).toEpochMilli(),
                row.getInt(1),
                new Hash(row.getBytes(2)),
                entry.idempotencyKey(),
                Hash.NONE,
                List.of());
        Hash hash = forged.hash(new Hash(row.getBytes(3)));
        final String update = "UPDATE entry SET at = ?, hash = ? WHERE dossier = ?";
        assertThat(statements.run(update, forged.at(), hash.bytes(), dossier)).isEqualTo(1);
        return hash;
      }
    }
  }

  @Test
  @Covers("A01")
  void aCutTailIsFoundByTheFileOfHeads() throws SQLException {
    sql(CHANGES, DELETES, "DELETE FROM entry WHERE seq = 4");
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().damaged()).isEqualTo(1);
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> open.store().dossiers().find(entries.school(), entries.dossier()));
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> open.store().dossiers().append(entries.signal("a fork")));
      assertThat(open.store().dossiers().find(other.school(), other.dossier())).isPresent();
    }
  }

  @Test
  @Covers("A01")
  void anOlderCopyIsFoundByTheFileOfHeads() throws IOException {
    Path database = dir.resolve("plugin/meldcode.db");
    byte[] older = Files.readAllBytes(database);
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(entries.signal("later"));
    }
    Files.write(database, older);
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().damaged()).isEqualTo(1);
    }
  }

  @Test
  @Covers("A01")
  void aVanishedDossierIsFoundByTheFileOfHeads() throws SQLException {
    sql(CHANGES, DELETES, "DELETE FROM entry");
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().damaged()).isEqualTo(2);
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> open.store().dossiers().find(entries.school(), entries.dossier()));
    }
  }

  @Test
  void withoutItsFileOfHeadsTheStoreDoesNotStart() throws IOException {
    Files.delete(dir.resolve("plugin/heads.log"));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new OpenStore(dir))
        .withMessageContaining("heads.log");
  }

  @Test
  @Covers("R05")
  void headsThatWereLostInACrashAreWrittenAgain() throws IOException {
    Path heads = dir.resolve("plugin/heads.log");
    List<String> lines = Files.readAllLines(heads);
    Files.writeString(heads, lines.get(0) + "\n" + lines.get(1).substring(0, 20));
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().damaged()).isZero();
    }
    assertThat(Files.readAllLines(heads)).contains(lines.get(0), lines.get(3), lines.get(5));
  }

  @Test
  @Covers("S19")
  void ourOwnCodeCannotChangeAnEntry() {
    for (String change : List.of("UPDATE entry SET at = 0", "DELETE FROM entry")) {
      assertThatExceptionOfType(SQLException.class).isThrownBy(() -> sql(change));
    }
  }

  private List<Recorded> found() {
    try (OpenStore open = new OpenStore(dir)) {
      return open.store()
          .dossiers()
          .find(entries.school(), entries.dossier())
          .map(Dossier::entries)
          .orElse(List.of());
    }
  }

  private List<Recorded> expected() {
    return IntStream.range(0, written.size()).mapToObj(i -> written.get(i).at(i + 1L)).toList();
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = new SqliteFile(dir.resolve("plugin/meldcode.db")).open();
        Statement run = connection.createStatement()) {
      for (String statement : statements) {
        run.executeUpdate(statement);
      }
    }
  }
}
