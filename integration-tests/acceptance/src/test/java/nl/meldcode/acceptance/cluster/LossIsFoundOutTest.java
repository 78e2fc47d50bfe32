package nl.meldcode.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The check itself on trial, in clusters and with settings that the manual warns of. */
@Tag("cluster")
class LossIsFoundOutTest {
  private static final Duration WHILE = Duration.ofSeconds(20);

  @Test
  @Covers("R05")
  void aClusterThatAcknowledgesWhatNoOtherServerHasLosesIt() {
    try (Cluster cluster = new Cluster(false);
        TwoNodes school = new TwoNodes(cluster.settings(1, 2, 3));
        Writers writers = new Writers(school)) {
      writers.begin();
      int old = cluster.primary();
      writers.awayWith(() -> cluster.kill(old));

      assertThat(writers.end()).as("answers, of %s", writers.answers()).isNotEmpty();
      assertThat(school.standing())
          .anySatisfy(one -> assertThat(one).contains("eindigen niet zoals ze eindigden"));
    }
  }

  /** Nodes that know one server alone do not find another. */
  @Test
  @Covers("R20")
  void nodesThatKnowOneServerDoNotFollow() {
    try (Cluster cluster = new Cluster(true)) {
      int old = cluster.primary();
      try (TwoNodes school = new TwoNodes(cluster.settings(old));
          Writers writers = new Writers(school)) {
        writers.begin();
        cluster.kill(old);
        cluster.awaitOtherThan(old);
        int acknowledged = writers.acknowledged();

        assertThatExceptionOfType(AssertionError.class)
            .isThrownBy(
                () -> Await.until("writing", WHILE, () -> writers.acknowledged() > acknowledged));
        assertThat(school.areReady()).isFalse();
      }
    }
  }
}
