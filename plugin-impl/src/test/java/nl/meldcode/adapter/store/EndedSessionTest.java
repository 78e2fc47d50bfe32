package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.meldcode.Covers;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Sessions.Session;
import nl.meldcode.sql.SqliteDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody ends a session while somebody uses it. */
class EndedSessionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  @TempDir private Path dir;

  /** The database takes one write at a time: the end first, then that the session was used. */
  @Test
  @Timeout(60)
  @Covers("S04")
  void whoWaitedBehindItsEndFindsItNoMore() throws InterruptedException {
    try (FileVault vault = FileVault.open(dir);
        SqliteDatabase database =
            SqliteDatabase.of(dir.resolve("sessions.db"), "db/migration/store")) {
      SqlSessions sessions = new SqlSessions(database, vault);
      String secret = sessions.begin(new Session("tenant", somebody(), NOW, NOW));
      assertThat(sessions.find(secret, NOW)).isPresent();
      Instant later = NOW.plus(Duration.ofMinutes(1));
      CompletableFuture<Boolean> writing = new CompletableFuture<>();
      CompletableFuture<Boolean> written = new CompletableFuture<>();
      Thread first =
          started(() -> database.write(statements -> writing.complete(true) && written.join()));
      writing.join();

      Thread end = waiting(started(() -> sessions.end(secret)));
      CompletableFuture<Optional<Session>> found = new CompletableFuture<>();
      Thread use = waiting(started(() -> found.complete(sessions.find(secret, later))));
      written.complete(true);

      assertThat(found.join()).isEmpty();
      for (Thread one : new Thread[] {first, end, use}) {
        one.join();
      }
      assertThat(sessions.find(secret, later)).isEmpty();
    }
  }

  private static StaffId somebody() {
    return new StaffId(UUID.randomUUID());
  }

  private static Thread started(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  private static Thread waiting(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
    return thread;
  }
}
