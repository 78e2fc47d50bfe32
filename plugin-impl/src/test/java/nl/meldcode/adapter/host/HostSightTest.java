package nl.meldcode.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import nl.meldcode.Covers;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.application.health.HostSight;
import nl.meldcode.application.port.HostUnavailable;
import org.junit.jupiter.api.Test;

/** What is noticed of a host while it is called. */
@Covers("P11")
class HostSightTest {
  @Test
  void whenItAnsweredItsClockAndWhatKeepsFailing() throws Exception {
    try (HostStub host = new HostStub();
        HostHttp http = new HostHttp()) {
      assertThat(http.sight().sinceAnswer()).isEmpty();
      assertThat(http.sight().skew()).isEmpty();
      host.answer("GET /fine", HostStub.json(200, "{}"));
      host.answer("GET /broken", HostStub.json(500, "{}"));

      ask(host, http, "/fine");
      HostSight seen = http.sight();
      assertThat(seen.sinceAnswer()).hasValueSatisfying(ago -> assertThat(ago).isPositive());
      assertThat(seen.skew())
          .hasValueSatisfying(far -> assertThat(far).isLessThan(Duration.ofSeconds(9)));
      assertThat(seen.open()).isZero();

      for (int i = 0; i < 5; i++) {
        assertThatExceptionOfType(HostUnavailable.class)
            .isThrownBy(() -> ask(host, http, "/broken"));
      }
      assertThat(http.sight().open()).isEqualTo(1);
    }
  }

  private static void ask(HostStub host, HostHttp http, String path) {
    http.send(Group.ROSTER, HttpRequest.newBuilder(URI.create(host.base() + path)).build());
  }
}
