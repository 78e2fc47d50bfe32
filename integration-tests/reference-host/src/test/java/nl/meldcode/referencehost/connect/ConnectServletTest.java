package nl.meldcode.referencehost.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import nl.meldcode.referencehost.Exchange;
import nl.meldcode.referencehost.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectServletTest {
  private static final String LOTTE = "/v1/pupils/" + Ids.of("pupil", "lotte");

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
  void aClientWithItsKeyGetsATokenThatOpensTheRoster() {
    Exchange reply = plugin.send(plugin.call("GET", LOTTE));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("givenName").asText()).isEqualTo("Lotte");
    assertThat(reply.json().path("birthDate").asText()).isEqualTo("2017-12-20");
  }

  @Test
  void anAssertionIsGoodForOnce() {
    String assertion = plugin.assertion();
    assertThat(plugin.send(plugin.tokenRequest(assertion)).status()).isEqualTo(200);
    Exchange again = plugin.send(plugin.tokenRequest(assertion));
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.json().path("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void anotherKeyClientAudienceOrALongLifeIsRefused() {
    String audience = plugin.settings.tokenUri().toString();
    assertRefused(plugin.assertion(Plugin.newKey(), "meldcode", audience, 60));
    assertRefused(plugin.assertion(plugin.key, "other", audience, 60));
    assertRefused(plugin.assertion(plugin.key, "meldcode", "https://elsewhere.example", 60));
    assertRefused(plugin.assertion(plugin.key, "meldcode", audience, 3600));
    assertRefused(plugin.assertion(plugin.key, "meldcode", audience, -3600));
    assertRefused("nonsense");
  }

  private void assertRefused(String assertion) {
    assertThat(plugin.send(plugin.tokenRequest(assertion)).status()).isEqualTo(401);
  }

  @Test
  void withoutATokenNothingIsTold() {
    Exchange reply = plugin.send(Exchange.of("GET", LOTTE));
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.text()).doesNotContain("Lotte");
  }

  @Test
  void aTokenEndsAfterFiveMinutes() {
    Exchange request = plugin.call("GET", LOTTE);
    plugin.clock.pass(Duration.ofMinutes(7));
    assertThat(plugin.send(request).status()).isEqualTo(401);
  }

  @Test
  void aTokenOpensNoMoreThanItsScopes() {
    Exchange granted =
        plugin.send(
            plugin.tokenRequest(plugin.assertion()).parameter("scope", "connect.pupil.read"));
    String bearer = "Bearer " + granted.json().path("access_token").asText();
    Exchange pupil = plugin.send(Exchange.of("GET", LOTTE).header("Authorization", bearer));
    Exchange relations =
        plugin.send(Exchange.of("GET", LOTTE + "/relations").header("Authorization", bearer));
    assertThat(pupil.status()).isEqualTo(200);
    assertThat(relations.status()).isEqualTo(403);
  }

  @Test
  void everyReplyCarriesTheVersionAndIsNotStored() {
    Exchange found = plugin.send(plugin.call("GET", "/v1/capabilities"));
    Exchange unknown = plugin.send(plugin.call("GET", "/v1/nothing"));
    Exchange unchanged =
        plugin.send(
            plugin.call("GET", "/v1/capabilities").header("If-None-Match", found.header("ETag")));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(new Exchange[] {found, unknown, unchanged})
        .allSatisfy(reply -> assertThat(reply.header("API-Version")).isEqualTo("1.0.0"))
        .allSatisfy(reply -> assertThat(reply.header("Cache-Control")).isEqualTo("no-store"));
  }

  @Test
  void pupilsComeInPagesThatLeadToOneAnother() {
    Exchange first = plugin.send(plugin.call("GET", "/v1/pupils").parameter("limit", "150"));
    String last = first.json().path("items").path(149).path("id").asText();
    Exchange second =
        plugin.send(
            plugin.call("GET", "/v1/pupils").parameter("limit", "150").parameter("cursor", last));
    assertThat(first.json().path("items")).hasSize(150);
    assertThat(first.header("Link"))
        .isEqualTo(
            "<http://localhost:8080/connect/v1/pupils?limit=150&cursor="
                + last
                + ">; rel=\"next\"");
    assertThat(second.json().path("items")).hasSize(50);
    assertThat(second.headers("Link")).isEmpty();
  }

  @Test
  void staffCarryTheirRolesAndTeachersTheirGroup() {
    Exchange reply = plugin.send(plugin.call("GET", "/v1/staff/" + Ids.of("staff", "anja")));
    assertThat(reply.json().path("roles").path(0).path("role").asText()).isEqualTo("teacher");
    assertThat(reply.json().path("roles").path(0).path("groupId").asText())
        .isEqualTo(Ids.of("group", "5").toString());
  }

  @Test
  void aPupilIsFoundByNumberWithoutTheNumberInTheAddress() {
    String number =
        plugin
            .send(plugin.call("GET", LOTTE))
            .json()
            .path("identifiers")
            .path(0)
            .path("value")
            .asText();
    String body = "{\"system\": \"leerlingnummer\", \"value\": \"" + number + "\"}";
    Exchange reply = plugin.send(plugin.call("POST", "/v1/pupils/_search").json(body));
    assertThat(reply.json()).hasSize(1);
    assertThat(reply.json().path(0).path("givenName").asText()).isEqualTo("Lotte");
  }

  @Test
  void switchedOffHostConnectIsUnavailableAndSwitchedOnItIsBack() {
    assertThat(available(false).status()).isEqualTo(204);
    Exchange off = plugin.send(Exchange.of("GET", "/v1/jwks.json"));
    assertThat(off.status()).isEqualTo(503);
    assertThat(off.headers("Retry-After")).isNotEmpty();
    assertThat(plugin.send(plugin.tokenRequest(plugin.assertion())).status()).isEqualTo(503);
    assertThat(available(true).status()).isEqualTo(204);
    assertThat(plugin.send(Exchange.of("GET", "/v1/jwks.json")).status()).isEqualTo(200);
  }

  @Test
  void aFormOfAnotherSiteCannotSwitchHostConnectOff() {
    Exchange reply =
        plugin.send(
            Exchange.of("POST", "/_test/availability")
                .body("text/plain", "{\"available\": false}".getBytes(UTF_8)));
    assertThat(reply.status()).isEqualTo(415);
    assertThat(plugin.send(Exchange.of("GET", "/v1/jwks.json")).status()).isEqualTo(200);
  }

  @Test
  void atAnotherHostNameThereIsNothing() {
    Exchange reply = plugin.send(Exchange.of("GET", "/v1/jwks.json").server("127.0.0.1"));
    assertThat(reply.status()).isEqualTo(404);
  }

  @Test
  void onlyThePublicHalfOfTheKeyIsPublished() {
    Exchange reply = plugin.send(Exchange.of("GET", "/v1/jwks.json"));
    assertThat(reply.json().path("keys")).hasSize(1);
    assertThat(reply.json().path("keys").path(0).has("d")).isFalse();
  }

  private Exchange available(boolean on) {
    return plugin.send(
        Exchange.of("POST", "/_test/availability").json("{\"available\": " + on + "}"));
  }
}
