package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.sql.Postgres;
import nl.meldcode.sql.PostgresDatabase;
import nl.meldcode.sql.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Among several servers the one that takes writes is found, and found again. */
class ClusterConnectionTest {
  private static final int NOBODY = 1;
  private final NewEntries entries = NewEntries.at("99AA");
  private final PostgresServer server = PostgresServer.empty();

  @TempDir private Path dir;

  @Test
  @Covers({"R05", "R20"})
  void whoDoesNotListenOrDoesNotAnswerIsPassedOver() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        OpenStore open = new OpenStore(dir, behind(NOBODY, silent.getLocalPort()))) {
      assertThat(open.store().dossiers().append(entries.signal("a")))
          .isInstanceOf(Appended.Done.class);
    }
  }

  private Postgres behind(int... others) {
    return server.settingsBehind(others);
  }

  /** The retry is what the page does: under the same key. */
  @Test
  @Covers({"R05", "R10", "R20"})
  void aServerThatHangsIsLeftForAnotherAndNothingIsThereTwice() throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(server.port());
        OpenStore open = new OpenStore(dir, behind(proxy.port()))) {
      open.store().dossiers().append(entries.signal("a"));
      proxy.hang();
      NewEntry later = entries.signal("b");
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> open.store().dossiers().append(later));
      assertThat(open.store().dossiers().append(later)).isEqualTo(new Appended.Done(later.at(2)));
    }
  }

  @Test
  @Covers({"R05", "R20"})
  void aConnectionToAServerThatBecameAStandbyIsNotUsedAgain() {
    try (PostgresDatabase database = PostgresDatabase.of(server.settings(), Postgres.Part.STORE)) {
      demote(database);
      assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> write(database));
      assertThat(write(database)).isZero();

      demote(database);
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> database.inTurn(List.of(1L), () -> write(database)));
      assertThat(database.<Integer>inTurn(List.of(1L), () -> write(database))).isZero();
    }
  }

  /** As far as its connections can tell. */
  private static void demote(PostgresDatabase database) {
    database.write(statements -> statements.run("SET default_transaction_read_only = on"));
  }

  private static int write(PostgresDatabase database) {
    return database.write(statements -> statements.run("DELETE FROM launch_token WHERE false"));
  }
}
