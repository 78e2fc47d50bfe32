package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientTest {
  private final List<String> shown = new ArrayList<>();
  private Instant now = Instant.parse("2026-02-02T09:00:00Z");
  private int tokens;
  private final Client client = new Client(this::answer, identity());

  @Test
  void aTokenIsUsedAsLongAsItHoldsAndRenewedBeforeItEnds() throws IOException {
    client.get("/schools");
    now = now.plusSeconds(200);
    client.get("/schools");
    now = now.plusSeconds(90);
    client.get("/schools");

    assertThat(shown).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  private Answer answer(Ask ask) {
    if (ask.method().equals("POST")) {
      tokens++;
      String given = "{\"access_token\": \"token-" + tokens + "\", \"expires_in\": 300}";
      return new Answer(ask, 200, Map.of(), given.getBytes(UTF_8));
    }
    shown.add(ask.headers().getOrDefault("Authorization", ""));
    return new Answer(ask, 200, Map.of(), "{}".getBytes(UTF_8));
  }

  private Identity identity() {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    URI base = URI.create("http://localhost/connect/v1");
    return new Identity(base, "kit", Identity.newKey(), "http://localhost/oauth/token", clock);
  }
}
