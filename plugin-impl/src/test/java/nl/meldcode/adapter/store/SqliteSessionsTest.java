package nl.meldcode.adapter.store;

import java.nio.file.Path;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.SessionsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionsTest extends SessionsContract {
  @TempDir private Path dir;
  private OpenStore open;

  @BeforeEach
  void open() {
    open = new OpenStore(dir);
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Override
  protected Sessions sessions() {
    return open.store().sessions();
  }
}
