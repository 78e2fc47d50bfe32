package nl.meldcode.adapter.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.sql.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty store for each test, of either database; gone after it. */
final class StoreForTest implements BeforeEachCallback, AfterEachCallback {
  private final boolean isPostgres;
  private @Nullable Path dir;
  private @Nullable OpenStore open;

  private StoreForTest(boolean isPostgres) {
    this.isPostgres = isPostgres;
  }

  static StoreForTest inSqlite() {
    return new StoreForTest(false);
  }

  static StoreForTest inPostgres() {
    return new StoreForTest(true);
  }

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    Path made = Files.createTempDirectory("store");
    dir = made;
    open =
        isPostgres ? new OpenStore(made, PostgresServer.empty().settings()) : new OpenStore(made);
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
