package nl.meldcode.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.meldcode.files.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL that the machine has, started once for all tests of a virtual machine as it is
 * installed: durable. It ends with that machine.
 */
public final class PostgresServer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Without triggers and references; quicker than to truncate, which makes files anew. */
  private static final String EMPTY =
      "DO $$ DECLARE one regclass; BEGIN SET LOCAL session_replication_role = replica;"
          + " FOR one IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE"
          + " schemaname LIKE 'meldcode%' AND tablename NOT LIKE 'flyway%' LOOP"
          + " EXECUTE 'DELETE FROM ' || one; END LOOP; END $$";

  private static @Nullable PostgresServer only;

  private final Path folder;
  private final Process process;
  private final int port;

  private PostgresServer() throws IOException {
    folder = Files.createTempDirectory("meldcode-postgres");
    port = freePort();
    process =
        new ProcessBuilder("../integration-tests/postgresql", folder.toString(), port + "")
            .inheritIO()
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /** The server, with nothing in it. */
  public static synchronized PostgresServer empty() {
    try {
      PostgresServer server = only;
      if (server == null) {
        server = new PostgresServer();
        only = server;
        server.awaited();
      }
      server.sql(EMPTY);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The settings that a plugin is given. */
  public Postgres settings() {
    return settings(port);
  }

  /** The same by way of another port. */
  public Postgres settings(int byWayOf) {
    return Postgres.in(file(byWayOf));
  }

  /**
   * The same in a cluster with servers on these ports of this machine before it, which is given up
   * after a second without an answer.
   */
  public Postgres settingsBehind(int... others) {
    StringBuilder hosts = new StringBuilder();
    for (int other : others) {
      hosts.append("127.0.0.1:").append(other).append(',');
    }
    return Postgres.in(file(hosts + "127.0.0.1:" + port, "?socketTimeout=1"));
  }

  /** Their file. */
  public Path file(int byWayOf) {
    // Who is in between sees the words of every statement.
    return file("127.0.0.1:" + byWayOf, byWayOf == port ? "" : "?prepareThreshold=0");
  }

  private Path file(String hosts, String more) {
    try {
      Path file = folder.resolve("settings-" + hosts.replace(',', '-'));
      if (!Files.exists(file)) {
        PrivateFiles.make(file);
        String url = "jdbc:postgresql://" + hosts + "/postgres" + more;
        Files.writeString(file, "url=" + url + "\nuser=meldcode\npassword=test\n");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** A connection of the administrator of the database. */
  public Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    source.setUser("meldcode");
    source.setPassword("test");
    source.setCurrentSchema("meldcode");
    return source.getConnection();
  }

  /** Does this as the administrator of the database. */
  public void sql(String... all) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : all) {
        statement.execute(sql);
      }
    }
  }

  /** What the administrator of the database is answered, row by row. */
  public List<String> ask(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  /** Kills, as a crash does, the process that serves a plugin; the server then starts anew. */
  public void crash() throws SQLException, IOException {
    String pid =
        ask("SELECT pid FROM pg_stat_activity WHERE application_name = 'meldcode' LIMIT 1").get(0);
    try {
      new ProcessBuilder("kill", "-9", pid).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until it answers. */
  public void awaited() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        sql("SELECT 1");
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("PostgreSQL does not start", e);
        }
        pause();
      }
    }
  }

  private void stop() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
