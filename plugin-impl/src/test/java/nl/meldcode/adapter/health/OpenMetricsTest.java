package nl.meldcode.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.adapter.health.OpenMetrics.Figure;
import nl.meldcode.application.health.Health;
import nl.meldcode.application.health.Part;
import nl.meldcode.application.health.Report;
import nl.meldcode.application.health.Traffic;
import org.junit.jupiter.api.Test;

@Covers("P11")
class OpenMetricsTest {
  @Test
  void figuresHealthAndRequestsStandAsOpenMetricsHasThem() {
    Traffic traffic = new Traffic();
    traffic.answered("GET /api/v1/readiness", 200, Duration.ofMillis(20));
    traffic.answered("GET /api/v1/readiness", 200, Duration.ofSeconds(2));
    traffic.answered("GET /api/v1/\"x\\", 404, Duration.ofSeconds(11));
    Report report = new Report(Instant.EPOCH, List.of(Health.warn(Part.DISK, "full", "1")));

    String text = OpenMetrics.of(List.of(new Figure("a_bytes", "A.", 1.5)), report, traffic);

    assertThat(text)
        .startsWith("# TYPE a_bytes gauge\n# HELP a_bytes A.\na_bytes 1.5\n")
        .endsWith("# EOF\n")
        .contains("meldcode_health{part=\"disk\"} 1\n")
        .contains(
            "_bucket{route=\"GET /api/v1/readiness\",status=\"200\",le=\"0.01\"} 0\n",
            "_bucket{route=\"GET /api/v1/readiness\",status=\"200\",le=\"0.025\"} 1\n",
            "_bucket{route=\"GET /api/v1/readiness\",status=\"200\",le=\"10\"} 2\n",
            "_bucket{route=\"GET /api/v1/readiness\",status=\"200\",le=\"+Inf\"} 2\n",
            "_count{route=\"GET /api/v1/readiness\",status=\"200\"} 2\n",
            "_sum{route=\"GET /api/v1/readiness\",status=\"200\"} 2.02\n",
            "_count{route=\"GET /api/v1/\\\"x\\\\\",status=\"404\"} 1\n",
            "_bucket{route=\"GET /api/v1/\\\"x\\\\\",status=\"404\",le=\"10\"} 0\n");
  }
}
