package nl.meldcode.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.Sessions.Session;
import nl.meldcode.application.port.SessionsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSessionsTest extends SessionsContract {
  @RegisterExtension private final StoreForTest kept = StoreForTest.inSqlite();

  @Test
  @Covers("S04")
  void itsSecretHas256BitsThatNobodyCanGuess() {
    Instant now = Instant.parse("2026-03-02T08:00:00Z");
    Session session = new Session("stichting", new StaffId(UUID.randomUUID()), now, now);
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      secrets.add(sessions().begin(session));
    }

    assertThat(secrets)
        .hasSize(100)
        .allSatisfy(one -> assertThat(Base64.getUrlDecoder().decode(one)).hasSize(32));
  }

  @Override
  protected Sessions sessions() {
    return kept.store().sessions();
  }
}
