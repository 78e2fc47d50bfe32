package nl.meldcode.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.backup.BackupRefused;
import nl.meldcode.backup.MakeBackup;
import nl.meldcode.backup.RestoreBackup;
import nl.meldcode.progress.Progress;
import nl.meldcode.sql.Node;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what is in PostgreSQL the commands say that they do not look there, and what does. */
class PostgresNodeTest {
  @TempDir private Path dir;
  @TempDir private Path target;

  @BeforeEach
  void startedOnce() {
    Node.in(dir).keep(dir);
  }

  @Test
  @Covers("R09")
  void noBackupIsMadeOrPutBackThatHoldsNothing() {
    MakeBackup backup = new MakeBackup(dir, target, 1, Clock.systemUTC(), Progress.UNHEARD);
    refuses(backup::data, "pg_dump");
    refuses(backup::keys, "pg_dump");
    RestoreBackup.Wish wish = new RestoreBackup.Wish(null, null, true, false);
    refuses(
        () -> RestoreBackup.run(target, dir, wish, Clock.systemUTC(), Progress.UNHEARD),
        "pg_restore, and plugin/heads.log");
    assertThat(target).isEmptyDirectory();
  }

  private static void refuses(ThrowingCallable asked, String instead) {
    assertThatExceptionOfType(BackupRefused.class)
        .isThrownBy(asked)
        .withMessageContaining("is in PostgreSQL")
        .withMessageContaining(instead);
  }

  @Test
  @Covers("A01")
  void nothingIsSaidToBeGoodThatWasNotLookedAt() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, UTF_8);
    assertThat(Verify.run(List.of(dir.toString()), out, out)).isEqualTo(2);
    assertThat(said.toString(UTF_8)).contains("is in PostgreSQL").hasLineCount(1);
  }
}
