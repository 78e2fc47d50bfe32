package nl.meldcode.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.meldcode.files.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL that the machine has, started once for all tests of a virtual machine as it is
 * installed: durable. It ends with that machine.
 */
public final class PostgresServer {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * It refuses to run as root. Its input closes when this virtual machine ends, however it ends.
   */
  private static final String UNTIL_INPUT_ENDS =
      "\"$@\" </dev/null & pid=$!; read -r end; kill -INT $pid; wait $pid";

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
    Path bin = newest().resolve("bin");
    Path password = Files.writeString(folder.resolve("password"), "test\n");
    if (isRoot()) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    Path data = folder.resolve("data");
    run(
        ours(
            bin.resolve("initdb") + "",
            "--pgdata=" + data,
            "--username=meldcode",
            "--auth=scram-sha-256",
            "--pwfile=" + password,
            "--encoding=UTF8",
            "--locale=C",
            "--data-checksums",
            "--no-sync"));
    List<String> words = ours("sh", "-c", UNTIL_INPUT_ENDS, "sh", bin.resolve("postgres") + "");
    words.addAll(List.of("-D", data + "", "-p", port + "", "-c", "listen_addresses=127.0.0.1"));
    words.addAll(List.of("-c", "unix_socket_directories=", "-c", "max_connections=60"));
    process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
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
      throw new UncheckedIOException("is PostgreSQL installed? (apt-get install postgresql)", e);
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

  /** Their file. */
  public Path file(int byWayOf) {
    try {
      Path file = folder.resolve("settings-" + byWayOf);
      if (!Files.exists(file)) {
        PrivateFiles.make(file);
        // Who is in between sees the words of every statement.
        String more = byWayOf == port ? "" : "?prepareThreshold=0";
        String url = "jdbc:postgresql://127.0.0.1:" + byWayOf + "/postgres" + more;
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
    run(List.of("kill", "-9", pid));
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
      PrivateFiles.delete(folder);
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

  private static void run(List<String> words) throws IOException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(words.get(0) + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> ours(String... words) {
    List<String> all = new ArrayList<>();
    if (isRoot()) {
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    all.addAll(List.of(words));
    return all;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Path newest() throws IOException {
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .max(Comparator.comparingInt(one -> Integer.parseInt(one.getFileName() + "")))
          .orElseThrow(() -> new IOException("nothing in " + VERSIONS));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
