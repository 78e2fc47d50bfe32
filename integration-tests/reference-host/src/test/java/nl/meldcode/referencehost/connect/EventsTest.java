package nl.meldcode.referencehost.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.referencehost.Exchange;
import nl.meldcode.referencehost.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes at the host is told, in order and thinly. */
class EventsTest {
  private static final UUID LOTTE = Ids.of("pupil", "lotte");
  private static final UUID NOOR = Ids.of("pupil", "noor");
  private static final UUID GIJS = Ids.of("pupil", "gijs");
  private static final UUID JEROEN = Ids.of("person", "jeroen-hendriks");

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
  void aFamilyIsAHouseholdAndASecretAddressIsNotTold() {
    JsonNode verbeek = get("/v1/pupils/" + NOOR + "/households").path("items").path(0);
    assertThat(verbeek.path("basis").asText()).isEqualTo("registered");
    assertThat(verbeek.path("address").path("street").asText()).isEqualTo("Verzonnenstraat");
    assertThat(verbeek.path("memberIds").toString()).contains(GIJS.toString());

    JsonNode brands =
        get("/v1/pupils/" + Ids.of("pupil", "yara") + "/households").path("items").path(0);
    assertThat(brands.path("secret").asBoolean()).isTrue();
    assertThat(brands.has("address")).isFalse();
    assertThat(get("/v1/households?limit=500").path("items").size()).isGreaterThan(100);
  }

  @Test
  void aLostAuthorityIsStoredAndToldTogether() {
    change(
        """
        {"change": "authority", "pupilId": "%s", "personId": "%s", "parentalAuthority": "no"}"""
            .formatted(LOTTE, JEROEN));

    assertThat(get("/v1/pupils/" + LOTTE + "/relations").toString())
        .contains("\"parentalAuthority\":\"no\"");
    JsonNode event = events().get(0);
    assertThat(event.path("type").asText()).isEqualTo("nl.leerlingadministratie.gezag-gewijzigd");
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("subject").asText()).isEqualTo(LOTTE.toString());
    assertThat(event.path("source").asText()).matches("urn:nld:oin:\\d{20}:systeem:[a-z]+");
    assertThat(event.toString()).doesNotContain("Hendriks", "Lotte", "Jeroen");
    stop();
    plugin = new Plugin(folder);
    assertThat(get("/v1/pupils/" + LOTTE + "/relations").toString())
        .contains("\"parentalAuthority\":\"no\"");
  }

  @Test
  void theFeedGoesOnFromItsLinkAndCountsPerSubject() {
    plugin.entry();
    String entry = plugin.entry();
    plugin.send(plugin.write("DELETE", entry).header("If-Match", "*"));
    change("{\"change\": \"left\", \"pupilId\": \"%s\"}".formatted(LOTTE));

    Exchange first = read("/v1/events?limit=1");
    String link = first.header("Link");
    assertThat(link).endsWith("cursor=1>; rel=\"next\"");
    List<JsonNode> all = events();
    assertThat(all)
        .extracting(one -> one.path("sequence").asText())
        .containsExactly("1", "2", "3", "4");
    assertThat(get("/v1/events?cursor=2").path("items").size()).isEqualTo(2);
    assertThat(read("/v1/events?cursor=x").status()).isEqualTo(400);
    Exchange end = read("/v1/events?cursor=4");
    assertThat(end.json().path("items").size()).isZero();
    assertThat(end.header("Link")).isEmpty();
  }

  @Test
  void aMergedPupilNamesTheSuccessorAndCanBeSplitAgain() {
    change(
        "{\"change\": \"merged\", \"pupilId\": \"%s\", \"survivorId\": \"%s\"}"
            .formatted(LOTTE, NOOR));

    assertThat(get("/v1/pupils/" + LOTTE).path("status").asText()).isEqualTo("merged");
    Exchange refused = plugin.create(UUID.randomUUID().toString(), Plugin.REPORT);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("replacedById").asText()).isEqualTo(NOOR.toString());
    change("{\"change\": \"split\", \"pupilId\": \"%s\"}".formatted(LOTTE));
    assertThat(get("/v1/pupils/" + LOTTE).path("status").asText()).isEqualTo("active");
    assertThat(plugin.entry()).isNotBlank();
  }

  @Test
  void aSchoolGoesOnAsPartOfANewOne() {
    UUID into = UUID.randomUUID();
    change(
        "{\"change\": \"schoolMerged\", \"intoId\": \"%s\", \"name\": \"De Dom\"}".formatted(into));

    var schools = get("/v1/schools").path("items");
    assertThat(schools)
        .extracting(one -> one.path("name").asText() + " " + one.path("mergedIntoId").asText())
        .containsExactlyInAnyOrder("De Vlieger " + into, "De Dom ");
    assertThat(get("/v1/pupils/" + LOTTE + "/enrollments").toString())
        .contains(into.toString())
        .doesNotContain(Ids.SCHOOL.toString());
    assertThat(plugin.entry()).isNotBlank();
  }

  @Test
  void whoWasRemovedIsReadableForNinetyDays() {
    change("{\"change\": \"removed\", \"pupilId\": \"%s\"}".formatted(LOTTE));

    plugin.clock.pass(Duration.ofDays(90));
    assertThat(get("/v1/pupils/" + LOTTE).path("status").asText()).isEqualTo("toBeDeleted");
    assertThat(get("/v1/pupils?limit=500").toString()).contains(LOTTE.toString());
    plugin.clock.pass(Duration.ofSeconds(1));
    for (String part : List.of("", "/enrollments", "/relations", "/siblings", "/households")) {
      assertThat(read("/v1/pupils/" + LOTTE + part).status()).as(part).isEqualTo(410);
    }
    assertThat(get("/v1/pupils?limit=500").toString()).doesNotContain(LOTTE.toString());
    assertThat(read("/v1/pupils/" + NOOR).status()).isEqualTo(200);
  }

  @Test
  void whoLeftTheSchoolStays() {
    change("{\"change\": \"left\", \"pupilId\": \"%s\"}".formatted(LOTTE));

    plugin.clock.pass(Duration.ofDays(400));
    assertThat(get("/v1/pupils/" + LOTTE).path("status").asText()).isEqualTo("left");
  }

  @Test
  void whoNoLongerIsAGuardianTiesNobody() {
    assertThat(get("/v1/pupils/" + NOOR + "/siblings").toString()).contains(GIJS.toString());

    for (String parent : List.of("wendy-kok", "mark-verbeek")) {
      change(
          "{\"change\": \"guardianEnded\", \"pupilId\": \"%s\", \"personId\": \"%s\"}"
              .formatted(GIJS, Ids.of("person", parent)));
    }

    assertThat(get("/v1/pupils/" + NOOR + "/siblings").toString()).doesNotContain(GIJS.toString());
    change(
        "{\"change\": \"guardianAdded\", \"pupilId\": \"%s\", \"personId\": \"%s\"}"
            .formatted(GIJS, JEROEN));
    assertThat(get("/v1/pupils/" + LOTTE + "/siblings").toString()).contains(GIJS.toString());
  }

  @Test
  void aChangeThatIsNotKnownChangesNothing() {
    Exchange refused =
        plugin.send(Exchange.of("POST", "/_test/changes").json("{\"change\": \"burn\"}"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(events()).isEmpty();
  }

  private void change(String json) {
    assertThat(plugin.send(Exchange.of("POST", "/_test/changes").json(json)).status())
        .isEqualTo(204);
  }

  private JsonNode get(String path) {
    Exchange reply = read(path);
    assertThat(reply.status()).isEqualTo(200);
    return reply.json();
  }

  private Exchange read(String address) {
    String[] parts = address.split("[?=]", -1);
    Exchange call = plugin.call("GET", parts[0]);
    return plugin.send(parts.length == 1 ? call : call.parameter(parts[1], parts[2]));
  }

  private List<JsonNode> events() {
    List<JsonNode> all = new ArrayList<>();
    get("/v1/events").path("items").forEach(all::add);
    return all;
  }
}
