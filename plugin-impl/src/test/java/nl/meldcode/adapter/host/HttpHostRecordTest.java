package nl.meldcode.adapter.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.meldcode.adapter.host.HostStub.json;
import static nl.meldcode.adapter.host.HostStub.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.meldcode.Covers;
import nl.meldcode.adapter.host.HostStub.Asked;
import nl.meldcode.adapter.host.HostStub.Canned;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostRecord;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.domain.entry.AcknowledgementStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHostRecordTest {
  private static final byte[] PDF = "%PDF-1.7 verslag".getBytes(UTF_8);
  private static final EntryId ENTRY = EntryId.of("10000000-0000-4000-8000-000000000001");
  private static final EntryId BEFORE = EntryId.of("10000000-0000-4000-8000-000000000000");
  private static final PupilId LOTTE = PupilId.of(RosterReplies.LOTTE);
  private static final String HOST_ID = "90000000-0000-4000-8000-000000000009";
  private static final String ENTRIES = "/connect/v1/pupils/" + LOTTE + "/record-entries";
  private static final String DOCUMENT =
      "/connect/v1/record-entries/"
          + HOST_ID
          + "/documents/"
          + HostRecord.derived(ENTRY, "document");
  private static final String ANSWER =
      "/connect/v1/record-entries/" + HOST_ID + "/acknowledgements/";

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private HttpHostRecord record;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    host.answer("GET " + ENTRIES, json(200, "{\"items\":[]}"));
    host.answer("POST " + ENTRIES, asked -> json(201, echo(asked, "")));
    host.answer(
        "PUT " + DOCUMENT,
        json(201, "{\"id\": \"%s\"}".formatted(HostRecord.derived(ENTRY, "document"))));
    host.answer("DELETE /connect/v1/record-entries/" + HOST_ID, new Canned(204, Map.of(), ""));
    record =
        new HttpHostRecord(new HostClient(host.settings(), http, PluginKeys.in(folder), clock));
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
  }

  @Test
  void aReportIsStoredNarrowlyUnderANeutralTitle() throws Exception {
    record.storeReport(report(BEFORE), PDF);

    Asked post = host.asked("POST " + ENTRIES).get(0);
    JsonNode sent = Reply.JSON.readTree(post.body());
    assertThat(sent.path("title").asText()).isEqualTo("Gespreksverslag 12-11-2026");
    assertThat(sent.path("kind").asText()).isEqualTo("meetingReport");
    assertThat(sent.path("visibility").asText()).isEqualTo("restrictedStaff");
    assertThat(sent.path("confidentiality").asText()).isEqualTo("restricted");
    assertThat(sent.path("excludeFromTransfer").booleanValue()).isTrue();
    assertThat(sent.path("audienceRoles"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("careCoordinator", "safeguardingOfficer", "head", "teacher");
    assertThat(post.body()).doesNotContainIgnoringCase("meldcode");
    assertThat(post.headers()).containsEntry("On-behalf-of", RosterReplies.ANJA);

    Asked put = host.asked("PUT " + DOCUMENT).get(0);
    assertThat(put.line()).endsWith("?supersedes=" + HostRecord.derived(BEFORE, "document"));
    assertThat(put.body()).isEqualTo(new String(PDF, UTF_8));
    assertThat(put.headers())
        .containsEntry("If-none-match", "*")
        .containsEntry("Content-type", "application/pdf")
        .containsEntry(
            "Content-digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest(PDF)) + ":");
  }

  @Test
  @Covers("R10")
  void repeatedAfterALostAnswerItIsTheSameAct() {
    AtomicBoolean lost = new AtomicBoolean(true);
    host.answer(
        "PUT " + DOCUMENT,
        asked ->
            lost.getAndSet(false)
                ? new Canned(-1, Map.of(), "")
                : problem(412, "concurrent-change"));
    host.answer(
        "GET " + DOCUMENT,
        new Canned(200, Map.of("Content-Type", "application/pdf"), new String(PDF, UTF_8)));

    assertThatThrownBy(() -> record.storeReport(report(null), PDF))
        .isInstanceOf(HostUnavailable.class);
    record.storeReport(report(null), PDF);

    assertThat(host.asked("POST " + ENTRIES))
        .hasSize(2)
        .extracting(asked -> asked.headers().get("Idempotency-key") + asked.body())
        .containsOnly(
            host.asked("POST " + ENTRIES).get(0).headers().get("Idempotency-key")
                + host.asked("POST " + ENTRIES).get(0).body());
  }

  @Test
  void anotherDocumentUnderTheSameIdIsAMismatch() {
    host.answer("PUT " + DOCUMENT, problem(412, "concurrent-change"));
    host.answer(
        "GET " + DOCUMENT,
        new Canned(200, Map.of("Content-Type", "application/pdf"), "%PDF-1.7 iets anders"));

    refused(() -> record.storeReport(report(null), PDF), "mismatch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"visibility\":\"staff\"",
        "\"visibility\":\"parentPortal\"",
        "\"visibility\":null",
        "\"audienceRoles\":[\"careCoordinator\",\"other\"]",
        "\"audienceRoles\":null",
        "\"excludeFromTransfer\":false",
        "\"excludeFromTransfer\":null"
      })
  void whatIsStoredWiderIsDeletedAndTheDocumentStaysHere(String wider) {
    host.answer("POST " + ENTRIES, asked -> json(201, echo(asked, wider)));

    refused(() -> record.storeReport(report(null), PDF), "wider");

    assertThat(host.asked("DELETE /connect/v1/record-entries/" + HOST_ID)).hasSize(1);
    assertThat(host.asked("PUT ")).isEmpty();
  }

  @Test
  void aNarrowerAudienceIsFine() {
    host.answer("POST " + ENTRIES, asked -> json(201, echo(asked, "\"audienceRoles\":[\"head\"]")));

    record.storeReport(report(null), PDF);

    assertThat(host.asked("PUT " + DOCUMENT)).hasSize(1);
  }

  @Test
  @Covers("R04")
  void anEchoAboutAnotherPupilStopsTheDocument() {
    String other = "\"pupilId\":\"" + RosterReplies.MOTHER + "\"";
    host.answer("POST " + ENTRIES, asked -> json(201, echo(asked, other)));

    refused(() -> record.storeReport(report(null), PDF), "mismatch");
    assertThat(host.asked("PUT ")).isEmpty();
  }

  @Test
  void bytesThatAreNotTheRecordedOnesAreNotSent() {
    refused(() -> record.storeReport(report(null), "%PDF-1.7 anders".getBytes(UTF_8)), "damaged");
    assertThat(host.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 408, 425, 429, 500, 502, 503, 504})
  void whatPassesIsTriedAgain(int status) {
    host.answer("POST " + ENTRIES, problem(status, "unavailable"));

    assertThatThrownBy(() -> record.storeReport(report(null), PDF))
        .isInstanceOf(HostUnavailable.class);
  }

  @Test
  void aRequestStillRunningIsTriedAgain() {
    host.answer("POST " + ENTRIES, problem(409, "idempotency-in-progress"));

    assertThatThrownBy(() -> record.storeReport(report(null), PDF))
        .isInstanceOf(HostUnavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400,validation,validation",
    "403,forbidden,forbidden",
    "403,not-activated,not-activated",
    "404,not-found,not-found",
    "409,merged,merged",
    "409,x,concurrent-change",
    "410,gone,gone",
    "412,concurrent-change,concurrent-change",
    "413,too-large,too-large",
    "415,media-type,media-type",
    "418,teapot,refused",
    "422,idempotency-mismatch,idempotency-mismatch",
    "428,precondition-required,refused"
  })
  void whatTheHostWillNeverTakeHasACodeWithATextInBothLanguages(
      int status, String type, String code) throws Exception {
    host.answer("POST " + ENTRIES, problem(status, type));

    refused(() -> record.storeReport(report(null), PDF), code);
    for (String language : new String[] {"nl", "en"}) {
      assertThat(texts(language).getProperty("delivery.parked." + code)).isNotBlank();
    }
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws Exception {
    assertThat(texts("nl").keySet())
        .isEqualTo(texts("en").keySet())
        .contains(
            "delivery.parked.damaged",
            "delivery.parked.defect",
            "delivery.parked.entry-missing",
            "delivery.parked.mismatch",
            "delivery.parked.wider");
  }

  @ParameterizedTest
  @CsvSource({
    "GEZIEN,ON_SCREEN,seen,onScreen,unknown",
    "ONDERTEKEND,PAPER,signed,paper,yes",
    "GEWEIGERD,NONE,refused,,no",
    "NIET_BEREIKT,NONE,notReached,,unknown"
  })
  @Covers({"S3.8", "S3.9"})
  void anAnswerIsTiedToTheExactDocument(
      AcknowledgementStatus status, String method, String kind, String wire, String agreement)
      throws Exception {
    UUID reference = HostRecord.derived(ENTRY, "external-reference");
    host.answer(
        "GET " + ENTRIES,
        json(
            200,
            "{\"items\":[{\"id\":\"%s\"},{\"id\":\"%s\",\"externalReference\":\"%s\"}]}"
                .formatted(RosterReplies.LATE, HOST_ID, reference)));
    EntryId answer = EntryId.of("10000000-0000-4000-8000-000000000005");
    String path = ANSWER + HostRecord.derived(answer, "answer");
    host.answer("PUT " + path, asked -> json(200, asked.body()));

    record.storeAcknowledgement(answer(answer, status, method));

    JsonNode sent = Reply.JSON.readTree(host.asked("PUT " + path).get(0).body());
    assertThat(sent.path("kind").asText()).isEqualTo(kind);
    assertThat(sent.path("agreement").asText()).isEqualTo(agreement);
    assertThat(sent.path("method").textValue()).isEqualTo(wire);
    assertThat(sent.path("personId").asText()).isEqualTo(RosterReplies.MOTHER);
    assertThat(sent.path("documentSha256").asText()).isEqualTo("a".repeat(64));
    assertThat(sent.path("documentId").asText())
        .isEqualTo(HostRecord.derived(ENTRY, "document").toString());
  }

  @Test
  void anAnswerToAReportThatIsGoneWaitsForAPerson() {
    host.answer("GET " + ENTRIES, json(200, "{\"items\":[]}"));

    refused(
        () -> record.storeAcknowledgement(answer(ENTRY, AcknowledgementStatus.GEZIEN, "PAPER")),
        "entry-missing");
  }

  private static void refused(Runnable act, String code) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            HostRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static HostRecord.ReportItem report(@Nullable EntryId before) {
    return new HostRecord.ReportItem(
        new SchoolId(RosterReplies.SCHOOL),
        LOTTE,
        StaffId.of(RosterReplies.ANJA),
        ENTRY,
        before,
        LocalDate.of(2026, 11, 12),
        Instant.parse("2026-11-12T15:00:00Z"),
        HexFormat.of().formatHex(digest(PDF)),
        false);
  }

  private static HostRecord.AcknowledgementItem answer(
      EntryId entry, AcknowledgementStatus status, String method) {
    return new HostRecord.AcknowledgementItem(
        new SchoolId(RosterReplies.SCHOOL),
        LOTTE,
        StaffId.of(RosterReplies.ANJA),
        entry,
        ENTRY,
        PersonId.of(RosterReplies.MOTHER),
        status,
        method,
        Instant.parse("2026-11-13T11:00:00Z"),
        "Dit klopt zo niet helemaal.",
        "a".repeat(64));
  }

  /** What the host stored: what was sent, with its own id, but for one member. */
  private static String echo(Asked asked, String but) {
    try {
      ObjectNode sent = (ObjectNode) Reply.JSON.readTree(asked.body());
      sent.put("id", HOST_ID).put("pupilId", LOTTE.toString());
      sent.setAll((ObjectNode) Reply.JSON.readTree("{" + but + "}"));
      return sent.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Properties texts(String language) throws Exception {
    Properties texts = new Properties();
    String name = "/texts/delivery_" + language + ".properties";
    try (InputStream in = HttpHostRecord.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(Objects.requireNonNull(in), UTF_8));
    }
    return texts;
  }
}
