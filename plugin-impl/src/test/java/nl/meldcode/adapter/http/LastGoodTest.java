package nl.meldcode.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldcode.application.port.HostUnavailable;
import org.junit.jupiter.api.Test;

class LastGoodTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-16T09:00:00Z"), ZoneOffset.UTC);
  private final LastGood<String, Integer> answers = new LastGood<>(CLOCK, 10);
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void whatWasSaidIsAskedAgainOnceItExpired() {
    assertThat(value()).isEqualTo(1);
    assertThat(value()).isEqualTo(1);

    answers.expire();

    assertThat(value()).isEqualTo(2);
    assertThat(value()).isEqualTo(2);
  }

  /** The host may have answered before the change of which we were told meanwhile. */
  @Test
  void anAnswerUnderWayWhenTheOthersExpireIsAskedAgainToo() {
    assertThat(answers.get("noor", key -> during(1)).value()).isEqualTo(1);
    assertThat(value()).isEqualTo(1);
    assertThat(asked.get()).as("the host was asked a second time").isEqualTo(1);
  }

  @Test
  void aFailureUnderWayKeepsWhatWasSaidBeforeAndNothingMore() {
    assertThat(value()).isEqualTo(1);
    answers.expire();

    int stale =
        answers
            .get(
                "noor",
                key -> {
                  answers.expire();
                  throw new HostUnavailable("away");
                })
            .value();

    assertThat(stale).isEqualTo(1);
  }

  private int value() {
    return answers.get("noor", key -> asked.incrementAndGet()).value();
  }

  private int during(int answer) {
    answers.expire();
    return answer;
  }
}
