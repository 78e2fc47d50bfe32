package nl.meldcode.referencehost.connect;

import static nl.meldcode.referencehost.connect.Plugin.ENTRIES;
import static nl.meldcode.referencehost.connect.Plugin.REPORT;
import static nl.meldcode.referencehost.connect.Plugin.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import nl.meldcode.referencehost.Exchange;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.store.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordResourcesTest {
  private static final UUID DOCUMENT = UUID.fromString("8a3d2a52-44a1-4b6c-9a05-5a1f1c1a7a02");

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
  void whatIsNotAskedForIsKeptAsNarrowAsCanBe() {
    Exchange reply = plugin.create("k1", REPORT);
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().path("visibility").asText()).isEqualTo("restrictedStaff");
    assertThat(reply.json().path("excludeFromTransfer").asBoolean()).isTrue();
    assertThat(reply.json().path("audienceRoles"))
        .extracting(role -> role.asText())
        .containsExactlyInAnyOrder("careCoordinator", "safeguardingOfficer", "head");
    assertThat(reply.header("Location"))
        .isEqualTo("/connect/v1/record-entries/" + reply.json().path("id").asText());
  }

  @Test
  void theSameRequestAgainGivesTheSameReplyAndNoSecondEntry() {
    Exchange first = plugin.create("k1", REPORT);
    Exchange again = plugin.create("k1", REPORT);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(plugin.send(plugin.call("GET", ENTRIES)).json().path("items")).hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    plugin.create("k1", REPORT);
    Exchange other = plugin.create("k1", REPORT.replace("16-02", "17-02"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().path("type").asText()).endsWith("/idempotency-mismatch");
    assertThat(plugin.send(plugin.call("GET", ENTRIES)).json().path("items")).hasSize(1);
  }

  @Test
  void allFaultsOfABodyComeTogether() {
    Exchange reply = plugin.create("k1", "{\"kind\": \"poem\", \"title\": \"\"}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors"))
        .extracting(fault -> fault.path("pointer").asText())
        .containsExactly("/kind", "/externalReference", "/title");
  }

  @Test
  void anUnknownWordIsAFaultAtItsPlace() {
    Exchange reply =
        plugin.create("k1", REPORT.replace("\"novelty\": 1", "\"visibility\": \"all\""));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors").path(0).path("pointer").asText())
        .isEqualTo("/visibility");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tim", "rik", "nobody"})
  void whoHasNothingToDoWithThePupilCannotWrite(String login) {
    Exchange reply =
        plugin.send(
            plugin
                .call("POST", ENTRIES)
                .header("On-Behalf-Of", Ids.of("staff", login).toString())
                .header("Idempotency-Key", "k1")
                .json(REPORT));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(plugin.records.ofPupil(Ids.of("pupil", "lotte"))).isEmpty();
  }

  @Test
  void onlyVisibilityChangesAndOnlyFromTheStateThatWasRead() {
    String entry = plugin.entry();
    String tag = plugin.send(plugin.call("GET", entry)).header("ETag");
    String release = "{\"visibility\": \"parentPortal\"}";
    assertThat(plugin.send(plugin.write("PATCH", entry).json(release)).status()).isEqualTo(428);
    Exchange title =
        plugin.write("PATCH", entry).header("If-Match", tag).json("{\"title\": \"x\"}");
    assertThat(plugin.send(title).status()).isEqualTo(400);
    Exchange changed =
        plugin.send(plugin.write("PATCH", entry).header("If-Match", tag).json(release));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("visibility").asText()).isEqualTo("parentPortal");
    Exchange stale = plugin.write("PATCH", entry).header("If-Match", tag).json(release);
    assertThat(plugin.send(stale).status()).isEqualTo(412);
  }

  @Test
  void aRemovedEntryIsGoneAndItsDocumentsToo() {
    String entry = plugin.entry();
    plugin.put(entry, DOCUMENT, pdf("a"));
    assertThat(plugin.send(plugin.write("DELETE", entry)).status()).isEqualTo(204);
    assertThat(plugin.send(plugin.call("GET", entry)).status()).isEqualTo(410);
    assertThat(plugin.send(plugin.call("GET", entry + "/documents/" + DOCUMENT)).status())
        .isEqualTo(410);
    assertThat(plugin.send(plugin.call("GET", ENTRIES)).json().path("items")).isEmpty();
  }

  @Test
  void aDocumentComesBackByteForByte() {
    String entry = plugin.entry();
    byte[] content = pdf("verslag");
    assertThat(plugin.put(entry, DOCUMENT, content).status()).isEqualTo(201);
    Exchange read = plugin.send(plugin.call("GET", entry + "/documents/" + DOCUMENT));
    assertThat(read.bytes()).isEqualTo(content);
    assertThat(read.header("Content-Digest")).isEqualTo(DocumentResources.digest(content));
  }

  @Test
  void theSameBytesAgainAreFineAndOtherBytesAreNeverTaken() {
    String entry = plugin.entry();
    plugin.put(entry, DOCUMENT, pdf("versie 1"));
    assertThat(plugin.put(entry, DOCUMENT, pdf("versie 1")).status()).isEqualTo(200);
    assertThat(plugin.put(entry, DOCUMENT, pdf("versie 2")).status()).isEqualTo(412);
    assertThat(plugin.send(plugin.call("GET", entry + "/documents/" + DOCUMENT)).bytes())
        .isEqualTo(pdf("versie 1"));
  }

  @Test
  void bytesThatDoNotMatchTheirDigestAreNotStored() {
    String entry = plugin.entry();
    Exchange reply =
        plugin.send(
            plugin
                .write("PUT", entry + "/documents/" + DOCUMENT)
                .header("If-None-Match", "*")
                .header("Content-Digest", DocumentResources.digest(pdf("heel")))
                .body("application/pdf", pdf("stuk")));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(plugin.send(plugin.call("GET", entry)).json().path("documents")).isEmpty();
  }

  @Test
  void onlyPdfOfAtMostTenMegabytesIsTaken() {
    String entry = plugin.entry();
    byte[] large = new byte[Call.MAX_BYTES + 1];
    assertThat(plugin.put(entry, DOCUMENT, large).status()).isEqualTo(413);
    assertThat(plugin.put(entry, DOCUMENT, new byte[] {1, 2, 3, 4, 5, 6}).status()).isEqualTo(415);
    Exchange image =
        plugin
            .write("PUT", entry + "/documents/" + DOCUMENT)
            .header("If-None-Match", "*")
            .body("image/png", pdf("x"));
    assertThat(plugin.send(image).status()).isEqualTo(415);
  }

  @Test
  void anAcknowledgementIsBoundToTheBytesThatWereStored() {
    String entry = plugin.entry();
    plugin.put(entry, DOCUMENT, pdf("versie 1"));
    String path = entry + "/acknowledgements/" + UUID.randomUUID();
    Exchange wrong =
        plugin.send(plugin.write("PUT", path).json(signed("ilse-van-dam", pdf("versie 2"))));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().path("errors").path(0).path("pointer").asText())
        .isEqualTo("/documentSha256");
    Exchange right =
        plugin.send(plugin.write("PUT", path).json(signed("ilse-van-dam", pdf("versie 1"))));
    assertThat(right.status()).isEqualTo(200);
    assertThat(right.json().path("kind").asText()).isEqualTo("signed");
    assertThat(plugin.send(plugin.call("GET", entry + "/acknowledgements")).json().path("items"))
        .hasSize(1);
  }

  @Test
  void anAcknowledgementThatIsThereChangesOnlyFromTheStateThatWasRead() {
    String entry = plugin.entry();
    plugin.put(entry, DOCUMENT, pdf("v"));
    String path = entry + "/acknowledgements/" + UUID.randomUUID();
    String body = signed("ilse-van-dam", pdf("v"));
    String tag = plugin.send(plugin.write("PUT", path).json(body)).header("ETag");
    assertThat(plugin.send(plugin.write("PUT", path).json(body)).status()).isEqualTo(200);
    String seen = body.replace("signed", "seen");
    assertThat(plugin.send(plugin.write("PUT", path).json(seen)).status()).isEqualTo(428);
    Exchange change = plugin.write("PUT", path).header("If-Match", tag).json(seen);
    assertThat(plugin.send(change).json().path("kind").asText()).isEqualTo("seen");
    Exchange stale = plugin.write("PUT", path).header("If-Match", tag).json(body);
    assertThat(plugin.send(stale).status()).isEqualTo(412);
  }

  @Test
  void somebodyElsesParentCannotHaveSigned() {
    String entry = plugin.entry();
    plugin.put(entry, DOCUMENT, pdf("v"));
    String path = entry + "/acknowledgements/" + UUID.randomUUID();
    Exchange reply = plugin.send(plugin.write("PUT", path).json(signed("sanne-mulder", pdf("v"))));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors").path(0).path("pointer").asText()).isEqualTo("/personId");
  }

  private static String signed(String person, byte[] content) {
    return """
        {"kind": "signed", "personId": "%s", "acknowledgedAt": "2026-02-18T16:40:00+01:00", "agreement": "yes",
         "documentId": "%s", "documentSha256": "%s", "method": "onScreen"}"""
        .formatted(Ids.of("person", person), DOCUMENT, Sha256.hex(content));
  }
}
