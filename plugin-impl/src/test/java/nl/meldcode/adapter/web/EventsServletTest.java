package nl.meldcode.adapter.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldcode.application.port.HostUnavailable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventsServletTest {
  private static final byte[] BODY = "{}".getBytes(UTF_8);
  private final AtomicInteger noticed = new AtomicInteger();
  private final EventsServlet servlet =
      new EventsServlet(
          (token, body) -> {
            if (token.equals("down")) {
              throw new HostUnavailable("KEYS");
            }
            return token.equals("good") && Arrays.equals(body, BODY);
          },
          noticed::incrementAndGet);

  @Test
  void aNoticeOfTheHostIsTaken() throws IOException, ServletException {
    assertThat(post("Bearer good", BODY)).isEqualTo(204);
    assertThat(noticed).hasValue(1);
  }

  @Test
  void whatIsNotOfTheHostIsRefusedAndDoesNothing() throws IOException, ServletException {
    assertThat(post(null, BODY)).isEqualTo(401);
    assertThat(post("Basic good", BODY)).isEqualTo(401);
    assertThat(post("Bearer bad", BODY)).isEqualTo(401);
    assertThat(post("Bearer good", "{ }".getBytes(UTF_8))).isEqualTo(401);
    assertThat(post("Bearer good", new byte[64 * 1024 + 1])).isEqualTo(413);
    assertThat(post("Bearer down", BODY)).isEqualTo(503);
    assertThat(noticed).hasValue(0);
  }

  private int post(@Nullable String authorization, byte[] body)
      throws IOException, ServletException {
    return new Exchange("POST", null)
        .header("Authorization", authorization)
        .sends(body)
        .with(servlet)
        .status();
  }
}
