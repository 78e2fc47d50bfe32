package nl.meldcode.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.sql.SqliteDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store of an earlier version becomes one of this, or stays what it was (R13). */
class MigrationTest {
  private static final int DOSSIERS = 5_000;
  private static final int FEWER = 300;

  @TempDir private Path dir;
  private Path file;
  private Path copy;

  @BeforeEach
  void name() {
    file = dir.resolve("meldcode.db");
    copy = dir.resolve("meldcode.db.before-update");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  @Covers("R13")
  void keepsAllThatAnEarlierSchemaHeldAndACopyOfIt(int version) {
    EarlierStore before = EarlierStore.make(file, version, DOSSIERS);
    new SqliteFile(file).migrate(EarlierStore.SCRIPTS);
    assertThat(EarlierStore.version(file)).isEqualTo(EarlierStore.NEWEST);
    assertThat(EarlierStore.schema(file)).isEqualTo(EarlierStore.schemaOf(EarlierStore.NEWEST));
    assertThat(before.contentIn(file)).isEqualTo(before.content());
    assertThat(EarlierStore.version(copy)).isEqualTo(version);
    assertThat(before.contentIn(copy)).isEqualTo(before.content());
  }

  @Test
  @Covers({"R13", "R05"})
  void isOfOneVersionWhereverItIsKilledAndGoesOnFromThere() throws IOException {
    EarlierStore before = EarlierStore.make(file, 1, FEWER);
    List<Path> moments = new ArrayList<>();
    new SqliteFile(file)
        .migrate(
            EarlierStore.SCRIPTS, EarlierStore.watched(file, () -> moments.add(filesNow(moments))));
    Set<Integer> seen = new HashSet<>();
    for (Path moment : moments) {
      Path left = moment.resolve("meldcode.db");
      int version = EarlierStore.version(left);
      seen.add(version);
      assertThat(EarlierStore.schema(left)).isEqualTo(EarlierStore.schemaOf(version));
      assertThat(before.contentIn(left)).isEqualTo(before.content());
      new SqliteFile(left).migrate(EarlierStore.SCRIPTS);
      assertThat(EarlierStore.version(left)).isEqualTo(EarlierStore.NEWEST);
      assertThat(before.contentIn(left)).isEqualTo(before.content());
      Path first = moment.resolve("meldcode.db.before-update");
      assertThat(EarlierStore.version(first)).isEqualTo(1);
      assertThat(before.contentIn(first)).isEqualTo(before.content());
      assertThat(moment.resolve("meldcode.db.updating")).doesNotExist();
    }
    assertThat(moments).hasSizeGreaterThan(40);
    assertThat(seen).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  /** The files as a process leaves them that is killed now: what it wrote, whatever was synced. */
  private Path filesNow(List<Path> earlier) {
    try {
      Path moment = Files.createDirectories(dir.resolve("moment" + earlier.size()));
      for (String name :
          List.of(
              "meldcode.db",
              "meldcode.db-wal",
              "meldcode.db-journal",
              "meldcode.db.before-update",
              "meldcode.db.updating")) {
        if (Files.exists(dir.resolve(name))) {
          Files.copy(dir.resolve(name), moment.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return moment;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Covers("R13")
  void isNotBegunWhereNoCopyCanBeKept() throws IOException {
    EarlierStore before = EarlierStore.make(file, 8, 1);
    Files.createDirectories(copy.resolve("in the way"));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new SqliteFile(file).migrate(EarlierStore.SCRIPTS))
        .withMessageContaining("cannot keep a copy of meldcode.db");
    assertThat(EarlierStore.version(file)).isEqualTo(8);
    assertThat(before.contentIn(file)).isEqualTo(before.content());
  }

  @Test
  @Covers("R13")
  void keepsNoCopyOfWhatDidNotChange() {
    EarlierStore.make(file, EarlierStore.NEWEST, 1);
    new SqliteFile(file).migrate(EarlierStore.SCRIPTS);
    assertThat(copy).doesNotExist();
  }

  @Test
  @Covers("C.5")
  void theCopyGoesWithTheFirstThatIsDestroyed() {
    EarlierStore.make(file, 9, 1);
    try (SqliteDatabase database = SqliteDatabase.of(file, EarlierStore.SCRIPTS)) {
      assertThat(copy).exists();
      database.shrinkLog();
      assertThat(copy).doesNotExist();
    }
  }
}
