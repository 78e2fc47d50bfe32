package nl.meldcode.adapter.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.sql.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty store for each test, of either database; gone after it. */
final class StoreForTest implements BeforeEachCallback, AfterEachCallback {
  private final Supplier<@Nullable PostgresServer> server;
  private @Nullable Path dir;
  private @Nullable OpenStore open;

  private StoreForTest(Supplier<@Nullable PostgresServer> server) {
    this.server = server;
  }

  static StoreForTest inSqlite() {
    return new StoreForTest(() -> null);
  }

  static StoreForTest inPostgres() {
    return new StoreForTest(PostgresServer::empty);
  }

  /** In PostgreSQL, laid out in parts by school. */
  static StoreForTest inParts() {
    return new StoreForTest(Parts::empty);
  }

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    Path made = Files.createTempDirectory("store");
    dir = made;
    PostgresServer asked = server.get();
    open = asked == null ? new OpenStore(made) : new OpenStore(made, asked.settings());
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    if (open != null) {
      open.close();
    }
    PrivateFiles.delete(requireNonNull(dir));
  }

  OpenStore open() {
    return requireNonNull(open);
  }

  /** The data directory. */
  Path data() {
    return requireNonNull(dir);
  }

  SqlStore store() {
    return open().store();
  }
}
