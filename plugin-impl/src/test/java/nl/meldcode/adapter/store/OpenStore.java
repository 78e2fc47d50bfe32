package nl.meldcode.adapter.store;

import java.nio.file.Path;
import java.time.Clock;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.adapter.json.JsonLists;

/** A data directory opened with its real keys and the real form of entries. */
public final class OpenStore implements AutoCloseable {
  private final FileVault vault;
  private final SqliteStore store;

  /** Opens it with the system's clock. */
  public OpenStore(Path dir) {
    this(dir, Clock.systemUTC());
  }

  OpenStore(Path dir, Clock clock) {
    vault = FileVault.open(dir);
    boolean opened = false;
    try {
      store = SqliteStore.open(dir, vault, new JsonEntries(), new JsonLists(), clock);
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
  public SqliteStore store() {
    return store;
  }

  @Override
  public void close() {
    store.close();
    vault.close();
  }
}
