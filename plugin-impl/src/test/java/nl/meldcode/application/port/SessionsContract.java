package nl.meldcode.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Sessions.Context;
import nl.meldcode.application.port.Sessions.Session;
import org.junit.jupiter.api.Test;

/** What every keeper of sessions promises. */
public abstract class SessionsContract {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Session SESSION =
      new Session("stichting", new StaffId(UUID.randomUUID()), NOW.minusSeconds(9), NOW);
  private static final Context CONTEXT =
      new Context(
          new SchoolId("99AA"), new PupilId(UUID.randomUUID()), Locale.forLanguageTag("nl"));

  /** The sessions under test; empty at the start of each test. */
  protected abstract Sessions sessions();

  @Test
  @Covers("S02")
  void aTokenIsUsedOnceAlsoByManyAtOnce() {
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      List<CompletableFuture<Boolean>> answers =
          IntStream.range(0, 16)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> sessions().useOnce("h", "t", NOW), pool))
              .toList();
      assertThat(answers.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
    } finally {
      pool.shutdown();
    }
    assertThat(sessions().useOnce("ht", "", NOW)).isTrue();
    assertThat(sessions().useOnce("h", "other", NOW)).isTrue();
  }

  @Test
  @Covers("S02")
  void askingWhetherATokenWasUsedDoesNotUseIt() {
    assertThat(sessions().wasUsed("h", "t")).isFalse();
    assertThat(sessions().useOnce("h", "t", NOW)).isTrue();
    assertThat(sessions().wasUsed("h", "t")).isTrue();
    assertThat(sessions().wasUsed("ht", "")).isFalse();
    assertThat(sessions().wasUsed("h", "other")).isFalse();
  }

  @Test
  @Covers("S04")
  void aSessionLivesWhileItIsUsedAndNoLongerThanASchoolDay() {
    String secret = sessions().begin(SESSION);
    Instant at = NOW;
    while (at.isBefore(NOW.plus(Duration.ofHours(8)).minus(Duration.ofMinutes(19)))) {
      at = at.plus(Duration.ofMinutes(19));
      assertThat(sessions().find(secret, at)).contains(SESSION);
    }
    assertThat(sessions().find(secret, NOW.plus(Duration.ofHours(8)))).isEmpty();
    assertThat(sessions().find(secret, NOW)).as("gone for good").isEmpty();
  }

  @Test
  @Covers("S04")
  void anIdleSessionEnds() {
    String secret = sessions().begin(SESSION);
    assertThat(sessions().find(secret, NOW.plus(Duration.ofMinutes(20)))).isEmpty();
    assertThat(sessions().find("unknown", NOW)).isEmpty();
  }

  @Test
  @Covers("S04")
  void aContextBelongsToItsSessionAndEndsWithIt() {
    String secret = sessions().begin(SESSION);
    String other = sessions().begin(SESSION);
    String context = sessions().open(secret, CONTEXT, NOW);
    Context none = new Context(new SchoolId("99AA"), null, Locale.ENGLISH);
    String second = sessions().open(secret, none, NOW);
    assertThat(sessions().context(secret, context)).contains(CONTEXT);
    assertThat(sessions().context(secret, second)).contains(none);
    Context chosen = CONTEXT.choosing(new DossierId(UUID.randomUUID()));
    String third = sessions().open(secret, chosen, NOW);
    assertThat(sessions().context(secret, third)).contains(chosen);
    assertThat(sessions().context(other, context)).isEmpty();
    sessions().end(secret);
    assertThat(sessions().context(secret, context)).isEmpty();
    assertThat(sessions().find(secret, NOW)).isEmpty();
    assertThat(sessions().find(other, NOW)).contains(SESSION);
    assertThatIllegalStateException().isThrownBy(() -> sessions().open(secret, CONTEXT, NOW));
  }

  @Test
  @Covers("S04")
  void aSignOutEndsWhatThatSignInOpenedAndNothingElse() {
    Instant second = NOW.plusSeconds(60);
    String first = sessions().begin(SESSION);
    String context = sessions().open(first, CONTEXT, NOW);
    String later = sessions().begin(new Session("stichting", SESSION.staff(), second, NOW));
    String other =
        sessions()
            .begin(
                new Session(
                    "stichting", new StaffId(UUID.randomUUID()), SESSION.authenticatedAt(), NOW));
    String elsewhere =
        sessions().begin(new Session("elders", SESSION.staff(), SESSION.authenticatedAt(), NOW));

    sessions().endAll("stichting", SESSION.staff(), SESSION.authenticatedAt());

    assertThat(sessions().find(first, NOW)).isEmpty();
    assertThat(sessions().context(first, context)).isEmpty();
    for (String kept : new String[] {later, other, elsewhere}) {
      assertThat(sessions().find(kept, NOW)).isPresent();
    }
  }
}
