package nl.meldcode.adapter.store;

import java.nio.file.Path;
import java.util.List;
import nl.meldcode.sql.PostgresServer;
import org.junit.jupiter.api.Tag;

/** The same of a node of a PostgreSQL database, whose server is killed in CutConnectionTest. */
@Tag("long")
class PostgresDurabilityTest extends DurabilityTest {
  private final PostgresServer server = PostgresServer.empty();

  @Override
  OpenStore opened(Path folder) {
    return new OpenStore(folder, server.settings());
  }

  @Override
  List<String> where() {
    return List.of("postgres=" + server.file(server.port()));
  }
}
