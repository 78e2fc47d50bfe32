package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.Drafts;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.DestructionRequest.Requester;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.move.MoveRefused;
import nl.meldcode.move.MoveStore;
import nl.meldcode.move.MoveStore.Moved;
import nl.meldcode.progress.Progress;
import nl.meldcode.sql.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the files to PostgreSQL and back: the same is there, and what was destroyed is not. */
@Covers("R20")
class MoveStoreTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
  private static final StaffId STAFF = new StaffId(UUID.randomUUID());
  private final PostgresServer server = PostgresServer.empty();
  private final NewEntries entries = NewEntries.at("99AA");
  private final NewEntries destroyed = NewEntries.at("99AA");
  private final NewEntry kept = entries.signal("a");
  private final NewEntry gone = entries.signal("bb");
  private final Drafts.Key draft =
      new Drafts.Key(entries.school(), STAFF, entries.pupil(), "Signal");

  @TempDir private Path dir;
  @TempDir private Path otherDir;

  private MoveStore move() {
    return new MoveStore(dir, server.file(server.port()), Progress.UNHEARD);
  }

  /** What a school has after some time; gives the file that was kept. */
  private Attachment recorded() {
    try (OpenStore open = new OpenStore(dir)) {
      SqlStore store = open.store();
      store.dossiers().append(kept);
      store.dossiers().append(gone);
      store.dossiers().append(destroyed.signal("c"));
      Attachments files = store.attachments();
      Attachment file = files.put(entries.school(), entries.dossier(), "image/png", new byte[9]);
      store.drafts().save(draft, "{}", NOW);
      store.sessions().useOnce("host", "token", NOW);
      store.hostPlace().keep("board", "7");
      store.reminders().want(STAFF, false);
      store.erasures().erase(entries.school(), certificate(entries, gone.id()));
      store.erasures().erase(entries.school(), certificate(destroyed));
      return file;
    }
  }

  private static Certificate certificate(NewEntries of, EntryId... some) {
    return new Certificate(of.dossier(), List.of(some), NOW, Requester.GUARDIAN, STAFF, STAFF);
  }

  private void holds(SqlStore store, Attachment file, Recorded... all) {
    assertThat(store.dossiers().find(entries.school(), entries.dossier()).orElseThrow().entries())
        .containsExactly(all);
    assertThat(store.dossiers().find(entries.school(), destroyed.dossier())).isEmpty();
    assertThatExceptionOfType(Tampered.class)
        .isThrownBy(() -> store.dossiers().append(destroyed.signal("anew")));
    assertThat(store.erasures().of(entries.school())).hasSize(2);
    assertThat(store.attachments().get(entries.school(), entries.dossier(), file)).hasSize(9);
    assertThat(store.reminders().wanted(STAFF)).isFalse();
    assertThat(store.drafts().find(draft, NOW)).isPresent();
    assertThat(store.sessions().useOnce("host", "token", NOW)).isFalse();
    assertThat(store.hostPlace().of("board")).contains("7");
    assertThat(store.damaged()).isZero();
  }

  @Test
  void everythingIsThereAndBack() throws IOException {
    Attachment file = recorded();
    Path beforeUpdate = Files.createFile(dir.resolve("plugin/meldcode.db.before-update"));

    Moved there = move().toPostgres();

    assertThat(there.rows()).isGreaterThan(9);
    assertThat(beforeUpdate).doesNotExist();
    assertThat(dir.resolve("plugin/moved")).isDirectoryContaining("glob:**/meldcode.db");
    NewEntry more = entries.signal("d");
    try (OpenStore node = new OpenStore(dir, server.settings())) {
      holds(node.store(), file, kept.at(1));
      node.store().dossiers().append(more);
      assertThatExceptionOfType(MoveRefused.class)
          .isThrownBy(() -> move().toFiles())
          .withMessageContaining("stop the plugin");
    }
    otherNodeKnowsWhatWasDestroyed();
    // As in the directory of a node that never was anything else.
    PrivateFiles.delete(dir.resolve("plugin/keys"));

    move().toFiles();

    assertThat(dir.resolve("plugin/node")).doesNotExist();
    try (OpenStore open = new OpenStore(dir)) {
      holds(open.store(), file, kept.at(1), more.at(3));
    }
    PostgresServer.empty();
    assertThat(move().toPostgres().rows()).isGreaterThan(there.rows());
  }

  /** One that never saw the ledger of the directory that was moved. */
  private void otherNodeKnowsWhatWasDestroyed() throws IOException {
    Files.createDirectories(otherDir.resolve("keys"));
    Files.copy(
        dir.resolve("keys/admin.key"),
        otherDir.resolve("keys/admin.key"),
        StandardCopyOption.COPY_ATTRIBUTES);
    try (OpenStore other = new OpenStore(otherDir, server.settings())) {
      assertThat(other.store().erasures().of(entries.school())).hasSize(2);
      assertThatExceptionOfType(MoveRefused.class)
          .isThrownBy(() -> move().toFiles())
          .withMessageContaining("a node of that database runs");
    }
  }

  @Test
  void whatIsInUseOrElsewhereOrNotEmptyStaysAsItIs() throws IOException {
    refuses(() -> move().toPostgres(), "no data directory");
    recorded();
    refuses(() -> move().toFiles(), "is not in PostgreSQL");
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().damaged()).isZero();
      refuses(() -> move().toPostgres(), "is in use: stop the plugin first");
    }
    new OpenStore(otherDir, server.settings()).close();
    refuses(() -> move().toPostgres(), "Move to an empty one");
    assertThat(dir.resolve("plugin/node")).doesNotExist();
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().dossiers().of(entries.school(), entries.pupil())).hasSize(1);
    }
  }

  private static void refuses(Runnable asked, String why) {
    assertThatExceptionOfType(MoveRefused.class).isThrownBy(asked::run).withMessageContaining(why);
  }

  /** Neither kind starts in between, and the same command ends what it began. */
  @Test
  void afterAnInterruptionNothingStartsUntilItIsDone() throws IOException {
    recorded();
    move().toPostgres();
    Path moved = dir.resolve("plugin/moved");
    Files.move(moved.resolve("meldcode.db"), dir.resolve("plugin/meldcode.db"));
    Files.move(moved.resolve("keys.db"), dir.resolve("plugin/keys/keys.db"));
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> new OpenStore(dir));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new OpenStore(dir, server.settings()));

    move().toPostgres();
    Files.move(moved.resolve("meldcode.db"), dir.resolve("plugin/meldcode.db"));
    move().toPostgres();

    new OpenStore(dir, server.settings()).close();
    refuses(() -> move().toPostgres(), "is in PostgreSQL already");
  }

  /** A row that came over otherwise than it was is not taken for it. */
  @Test
  void whatDiffersIsNoticed() throws IOException, SQLException {
    recorded();
    move().toPostgres();
    server.sql("UPDATE draft SET saved_at = saved_at + 1");
    Path moved = dir.resolve("plugin/moved");
    Files.move(moved.resolve("meldcode.db"), dir.resolve("plugin/meldcode.db"));
    Files.move(moved.resolve("keys.db"), dir.resolve("plugin/keys/keys.db"));
    refuses(() -> move().toPostgres(), "is not what was read");
    assertThat(dir.resolve("plugin/meldcode.db")).exists();
  }
}
