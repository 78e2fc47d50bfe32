package nl.meldcode.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.adapter.rest.InProcess.Answer;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RestApplicationTest {

  private final InProcess rest = new InProcess(new Talks());

  @AfterEach
  void close() {
    rest.close();
  }

  @Test
  void everyFaultOfABodyIsReportedAtOnceWithItsPlace() {
    Answer answer =
        rest.post(
            "talks",
            """
            {"subject":" ","heldOn":"2999-01-01","topics":[{"text":"ok"},{"text":"far too long"}]}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"type":"urn:meldcode:problem:invalid-body",\
            "title":"The body does not have the asked shape","status":400,"errors":[\
            {"pointer":"/heldOn","code":"talk.notYet","detail":"talk.notYet"},\
            {"pointer":"/subject","code":"NotBlank","detail":"must not be blank"},\
            {"pointer":"/topics/1/text","code":"Size","detail":"size must be between 0 and 5"}]}""");
  }

  @Test
  void anUnknownPropertyIsPointedAtWithoutNamingOurClasses() {
    Answer answer =
        rest.post(
            "talks",
            """
            {"subject":"a","heldOn":"2026-01-01","topics":[{"text":"b","wight":1}]}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"pointer\":\"/topics/0/wight\",\"code\":\"json.unknownProperty\"")
        .doesNotContain("nl.meldcode", "java", "Topic");
  }

  @Test
  void aWrongTypeIsPointedAtWithoutQuotingTheValue() {
    Answer answer = rest.post("talks", "{\"subject\":\"a\",\"heldOn\":\"bij oma\",\"topics\":[]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"pointer\":\"/heldOn\",\"code\":\"json.wrongType\"")
        .doesNotContain("oma", "java");
  }

  @Test
  void textIsNotTakenForANumber() {
    Answer answer = rest.post("talks/count", "{\"count\":\"3\"}");

    assertThat(answer.body()).contains("\"pointer\":\"/count\",\"code\":\"json.wrongType\"");
  }

  @Test
  void brokenJsonIsTheCallersFaultAndSaysWhere() {
    Answer answer = rest.post("talks", "{\"subject\":\n oops}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("malformed-json", "line 2")
        .doesNotContain("oops", "jackson");
  }

  @Test
  void aMissingBodyIsTheCallersFault() {
    assertThat(rest.post("talks", "").status()).isEqualTo(400);
    assertThat(rest.post("talks", "null").body()).contains("invalid-body", "NotNull");
  }

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

  record Talk(
      @NotBlank String subject,
      @NotNull @PastOrPresent(message = "{talk.notYet}") LocalDate heldOn,
      @NotNull List<@Valid Topic> topics) {}

  record Topic(@Size(max = 5) String text) {}

  record Count(int count) {}

  record Time(Instant at, LocalDate on) {}

  /** A resource that shows every way to end a request. */
  @Path("talks")
  @Consumes("application/json")
  @Produces("application/json")
  public static final class Talks {

    @POST
    public Talk hold(@NotNull Talk talk) {
      return talk;
    }

    @POST
    @Path("count")
    public Count count(Count count) {
      return count;
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
