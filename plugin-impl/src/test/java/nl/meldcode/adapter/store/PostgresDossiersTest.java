package nl.meldcode.adapter.store;

import java.nio.file.Path;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.DossiersContract;
import nl.meldcode.sql.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class PostgresDossiersTest extends DossiersContract {
  @TempDir private Path dir;
  private OpenStore open;

  @BeforeEach
  void open() {
    open = new OpenStore(dir, PostgresServer.empty().settings());
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Override
  protected Dossiers dossiers() {
    return open.store().dossiers();
  }
}
