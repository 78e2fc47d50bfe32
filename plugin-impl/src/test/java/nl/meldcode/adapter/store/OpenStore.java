package nl.meldcode.adapter.store;

import java.nio.file.Path;
import java.time.Clock;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.adapter.json.JsonLists;
import nl.meldcode.sql.Postgres;
import org.jspecify.annotations.Nullable;

/** A data directory opened with its real keys and the real form of entries. */
public final class OpenStore implements AutoCloseable {
  private final FileVault vault;
  private final SqlStore store;

  /** Opens it with the system's clock. */
  public OpenStore(Path dir) {
    this(dir, Clock.systemUTC());
  }

  OpenStore(Path dir, Clock clock) {
    this(dir, null, clock);
  }

  /** Opens a node of a PostgreSQL database. */
  public OpenStore(Path dir, Postgres postgres) {
    this(dir, postgres, Clock.systemUTC());
  }

  private OpenStore(Path dir, @Nullable Postgres postgres, Clock clock) {
    vault = postgres == null ? FileVault.open(dir) : FileVault.open(dir, postgres);
    boolean opened = false;
    try {
      store = SqlStore.open(dir, postgres, vault, new JsonEntries(), new JsonLists(), clock);
      opened = true;
    } finally {
      if (!opened) {
        vault.close();
      }
    }
  }

  /** The keys. */
  FileVault vault() {
    return vault;
  }

  /** The store. */
  public SqlStore store() {
    return store;
  }

  @Override
  public void close() {
    store.close();
    vault.close();
  }
}
