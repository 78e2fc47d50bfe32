package nl.meldcode.acceptance.input;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.UUID;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.Described;
import nl.meldcode.acceptance.kit.Json;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interface is what its document says, by the NL API Design Rules. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterfaceDescribedTest {
  private static final Path FILE =
      Path.of("../../plugin-impl/src/main/resources/openapi/meldcode.json");

  private StartedSchool school;
  private Tab nora;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    nora = new Lotte(school).now("nora");
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  void theDocumentIsServedToEverybodyAsItIs() throws IOException {
    Answer answer = Call.get(school.site().plugin("/api/v1/openapi.json")).send().expect(200);

    assertThat(answer.text()).isEqualTo(Files.readString(FILE));
    assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.json().path("openapi").asText()).isEqualTo("3.0.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dossier",
        "/protocols",
        "/links",
        "/log",
        "/pupils",
        "/lists",
        "/referrals",
        "/nothing"
      })
  void everyAnswerNamesItsVersionAndIsNotKept(String path) {
    Answer answer = nora.call("GET", path).send();

    assertThat(answer.header("API-Version")).contains("1.0.0");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("X-Frame-Options")).contains("DENY");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    if (answer.status() >= 400) {
      assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }
  }

  @Test
  void thereIsOneAddressForOneThing() {
    nora.call("GET", "/dossier/").send().expect(404);
  }

  @Test
  void whateverIsNamedAfterADateIsADate() throws IOException {
    JsonNode schemas = Json.read(Files.readString(FILE)).at("/components/schemas");

    for (JsonNode schema : schemas) {
      schema
          .path("properties")
          .properties()
          .forEach(
              one -> {
                if (one.getKey().endsWith("Date")) {
                  assertThat(one.getValue().path("format").asText()).isEqualTo("date");
                }
                if (one.getValue().path("format").asText().equals("date-time")) {
                  assertThat(one.getKey()).matches(".*At|asOf|at|since");
                }
              });
    }
  }

  /** The guard itself: an answer that is not as described is noticed. */
  @Test
  void anAnswerThatIsNotAsDescribedIsNoticed() {
    int before = Described.compared();
    Answer recorded =
        nora.call("POST", "/entries")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .json(Forms.signal(february(2), "Viel in slaap."))
            .send()
            .expect(201);
    assertThat(Described.compared()).isEqualTo(before + 1);

    assertThatThrownBy(
            () -> Described.check("GET", school.site().plugin("/api/v1/readiness"), recorded))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("201");
  }
}
