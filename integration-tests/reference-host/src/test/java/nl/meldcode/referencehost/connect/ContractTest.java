package nl.meldcode.referencehost.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.referencehost.Exchange;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.store.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host is what the contract says, by the NL API Design Rules. */
class ContractTest {
  @TempDir Path folder;
  private Plugin plugin;

  @BeforeEach
  void start() {
    plugin = new Plugin(folder);
  }

  @AfterEach
  void stop() {
    plugin.close();
  }

  @Test
  void theContractIsServedToEverybodyAsItIs() throws IOException {
    Exchange reply = plugin.send(Exchange.of("GET", "/v1/openapi.json"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo(Files.readString(Contract.FILE));
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  /** Whatever can be read is read, and is as described; see where every answer is compared. */
  @Test
  void everythingThatCanBeReadIsAsDescribed() throws IOException {
    String entry = plugin.entry();
    byte[] pdf = Plugin.pdf("x");
    UUID document = UUID.randomUUID();
    assertThat(plugin.put(entry, document, pdf).status()).isEqualTo(201);
    List<String> unread = new ArrayList<>();
    for (var path : tree().path("paths").properties()) {
      if (path.getValue().has("get")) {
        String address = address(path.getKey(), entry.substring(3), document);
        int status = plugin.send(plugin.write("GET", address)).status();
        if (status != 200) {
          unread.add(path.getKey() + " " + status);
        }
      }
    }
    assertThat(unread)
        .as("nothing was acknowledged")
        .containsExactly("/record-entries/{entryId}/acknowledgements/{acknowledgementId} 404");
  }

  @Test
  void everyAnswerHasItsHeaders() {
    List<Exchange> answers =
        List.of(
            plugin.send(plugin.call("GET", "/v1/pupils/" + Ids.of("pupil", "lotte"))),
            plugin.send(plugin.call("GET", "/v1/pupils/" + UUID.randomUUID())),
            plugin.send(Exchange.of("GET", "/v1/pupils")),
            plugin.send(plugin.call("PUT", "/v1/pupils")),
            plugin.send(plugin.call("GET", "/v1/pupils/")),
            plugin.send(plugin.write("DELETE", plugin.entry())));

    assertThat(answers).extracting(Exchange::status).containsExactly(200, 404, 401, 405, 404, 204);
    assertThat(answers)
        .allSatisfy(
            one -> {
              assertThat(one.header("API-Version")).isEqualTo("1.0.0");
              assertThat(one.header("Cache-Control")).isEqualTo("no-store");
              assertThat(one.header("X-Content-Type-Options")).isEqualTo("nosniff");
            });
  }

  @Test
  void datesAreDatesAndQueriesAreCamelCase() throws IOException {
    for (JsonNode schema : tree().at("/components/schemas")) {
      schema
          .path("properties")
          .properties()
          .forEach(
              one -> {
                boolean date = one.getValue().path("format").asText().equals("date");
                assertThat(one.getKey().endsWith("Date") ? date : !one.getKey().contains("Date"))
                    .as(one.getKey())
                    .isTrue();
              });
    }
    for (JsonNode parameter : tree().at("/components/parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        assertThat(parameter.path("name").asText()).matches("[a-z][a-zA-Z]*");
      }
    }
    tree()
        .path("paths")
        .fieldNames()
        .forEachRemaining(
            path ->
                assertThat(path).matches("(/(_?[a-z]+(-[a-z]+)*(\\.json)?|\\{[a-z][a-zA-Z]*}))+"));
  }

  /** The guard itself. */
  @Test
  void anAnswerThatIsNotAsDescribedIsNoticed() {
    Exchange pupil = plugin.send(plugin.call("GET", "/v1/pupils/" + Ids.of("pupil", "lotte")));
    Exchange renamed = pupil.as("/v1/staff/" + Ids.of("staff", "anja"));

    assertThatThrownBy(() -> Contract.check(renamed)).isInstanceOf(AssertionError.class);
  }

  private static String address(String path, String entry, UUID document) {
    return "/v1"
        + path.replace("/record-entries/{entryId}", entry)
            .replace("{schoolId}", Ids.SCHOOL.toString())
            .replace("{groupId}", Ids.of("group", "5").toString())
            .replace("{pupilId}", Ids.of("pupil", "lotte").toString())
            .replace("{personId}", Ids.of("person", "ilse-van-dam").toString())
            .replace("{staffId}", Ids.of("staff", "anja").toString())
            .replace("{documentId}", document.toString())
            .replace("{acknowledgementId}", UUID.randomUUID().toString());
  }

  private static JsonNode tree() throws IOException {
    return Json.MAPPER.readTree(Files.readString(Contract.FILE));
  }
}
