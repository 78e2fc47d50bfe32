package nl.meldcode.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import nl.meldcode.Covers;
import nl.meldcode.adapter.rest.InProcess.Answer;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RestApplicationTest {

  private final InProcess rest = new InProcess(new Talks());

  @Test
  void anUnknownAddressIsAProblemDocumentToo() {
    Answer answer = rest.get("nowhere");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"type":"urn:meldcode:problem:not-found","title":"Nothing is found here","status":404}""");
  }

  @Test
  void aWrongMethodStillSaysWhichAreRight() {
    Answer answer = rest.get("talks");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("POST");
  }

  @Test
  void aRefusalOfAResourceKeepsItsOwnType() {
    Answer answer = rest.get("talks/stale");

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.body()).contains("urn:meldcode:problem:stale-version");
  }

  @Test
  void whoMustWaitIsToldHowLong() {
    Answer answer = rest.get("talks/down");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  @Test
  @Covers({"S20", "S22"})
  void aDefectIsLoggedOnceAndLeavesNothingButItsId() throws IOException {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger("nl.meldcode.adapter.rest.problem");
    root.setLevel(Level.ERROR);
    root.setAdditive(false);
    root.addAppender(log);

    Answer answer = rest.get("talks/broken");

    root.detachAppender(log);
    root.setAdditive(true);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(log.list)
        .singleElement()
        .satisfies(
            event ->
                assertThat(problem.get("instance").asText())
                    .isEqualTo("urn:uuid:" + event.getArgumentArray()[0]));
  }

  @Test
  void instantsAlwaysHaveThreeDecimals() {
    assertThat(rest.get("talks/time").body())
        .isEqualTo("{\"at\":\"2026-01-02T03:04:05.000Z\",\"on\":\"2026-01-02\"}");
  }

  record Time(Instant at, LocalDate on) {}

  /** A resource that shows every way to end a request. */
  @Path("talks")
  @Consumes("application/json")
  @Produces("application/json")
  public static final class Talks {

    @POST
    public String hold(String talk) {
      return talk;
    }

    @GET
    @Path("{what}")
    public Time get(@PathParam("what") String what) {
      return switch (what) {
        case "stale" -> throw new ProblemException(ProblemType.STALE_VERSION);
        case "down" -> throw new ProblemException(ProblemType.UNAVAILABLE);
        case "broken" -> throw new IllegalArgumentException("secret");
        default -> new Time(Instant.parse("2026-01-02T03:04:05Z"), LocalDate.parse("2026-01-02"));
      };
    }
  }
}
