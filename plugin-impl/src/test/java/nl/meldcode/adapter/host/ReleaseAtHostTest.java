package nl.meldcode.adapter.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.meldcode.adapter.host.HostStub.json;
import static nl.meldcode.adapter.host.HostStub.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.adapter.host.HostStub.Asked;
import nl.meldcode.adapter.host.HostStub.Canned;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostRecord;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may find a stored report in the parents' portal of the host (Host Connect 6.3, item 3). */
class ReleaseAtHostTest {
  private static final byte[] PDF = "%PDF-1.7 verslag".getBytes(UTF_8);
  private static final EntryId ENTRY = EntryId.of("10000000-0000-4000-8000-000000000001");
  private static final PupilId LOTTE = PupilId.of(RosterReplies.LOTTE);
  private static final String HOST_ID = "90000000-0000-4000-8000-000000000009";
  private static final String ENTRIES = "/connect/v1/pupils/" + LOTTE + "/record-entries";
  private static final String ENTRY_AT_HOST = "/connect/v1/record-entries/" + HOST_ID;
  private static final String DOCUMENT =
      ENTRY_AT_HOST + "/documents/" + HostRecord.derived(ENTRY, "document");

  @TempDir private Path folder;
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private HttpHostRecord record;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    host.answer("DELETE " + ENTRY_AT_HOST, new Canned(204, Map.of(), ""));
    record =
        new HttpHostRecord(
            new HostClient(host.settings(), http, PluginKeys.in(folder), new TestClock()));
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
  }

  @Test
  @Covers("C.3")
  void whatWasReleasedSinceIsNotWiderWhenItIsStoredAgain() {
    stored("parentPortal");
    host.answer(
        "GET " + DOCUMENT,
        new Canned(200, Map.of("Content-Type", "application/pdf"), new String(PDF, UTF_8)));

    record.storeReport(report(true), PDF);
    assertThat(host.asked("DELETE ")).isEmpty();

    refused(() -> record.storeReport(report(false), PDF), "wider");
    assertThat(host.asked("DELETE " + ENTRY_AT_HOST)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"restrictedStaff, true, parentPortal", "parentPortal, false, restrictedStaff"})
  @Covers("C.3")
  void aReportIsShownToParentsAndHiddenAgainUnderTheVersionThatWasRead(
      String before, boolean shown, String after) {
    stored(before);
    host.answer("PATCH " + ENTRY_AT_HOST, json(200, heldAs(after)));

    record.release(release(shown));

    Asked patch = host.asked("PATCH " + ENTRY_AT_HOST).get(0);
    assertThat(patch.body()).isEqualTo("{\"visibility\":\"" + after + "\"}");
    assertThat(patch.headers())
        .containsEntry("If-match", "\"7\"")
        .containsEntry("On-behalf-of", RosterReplies.ANJA);
  }

  @Test
  @Covers("R10")
  void whatIsShownAlreadyIsNotAskedAgain() {
    stored("parentPortal");

    record.release(release(true));

    assertThat(host.asked("PATCH ")).isEmpty();
  }

  @Test
  @Covers("C.3")
  void aHostThatGoesOnShowingWhatWasTakenBackLosesIt() {
    stored("parentPortal");
    host.answer("PATCH " + ENTRY_AT_HOST, json(200, heldAs("parentPortal")));

    refused(() -> record.release(release(false)), "wider");

    assertThat(host.asked("DELETE " + ENTRY_AT_HOST)).hasSize(1);
  }

  @Test
  void whatChangedMeanwhileIsTriedAgainAndWhatWasNotDoneWaitsForAPerson() {
    stored("restrictedStaff");
    host.answer("PATCH " + ENTRY_AT_HOST, problem(412, "concurrent-change"));
    assertThatThrownBy(() -> record.release(release(true))).isInstanceOf(HostUnavailable.class);

    host.answer("PATCH " + ENTRY_AT_HOST, json(200, heldAs("restrictedStaff")));
    refused(() -> record.release(release(true)), "refused");
    assertThat(host.asked("DELETE ")).isEmpty();
  }

  @Test
  void whatIsGoneThereIsHidden() {
    host.answer("GET " + ENTRIES, json(200, "{\"items\":[]}"));

    record.release(release(false));

    refused(() -> record.release(release(true)), "entry-missing");
    assertThat(host.asked("PATCH ")).isEmpty();
  }

  private void stored(String visibility) {
    host.answer("GET " + ENTRIES, json(200, "{\"items\":[%s]}".formatted(heldAs(visibility))));
    host.answer(
        "GET " + ENTRY_AT_HOST,
        new Canned(
            200, Map.of("Content-Type", "application/json", "ETag", "\"7\""), heldAs(visibility)));
  }

  private static String heldAs(String visibility) {
    return """
        {"id":"%s","pupilId":"%s","externalReference":"%s","visibility":"%s",
         "audienceRoles":["head"],"excludeFromTransfer":true,"status":"active"}"""
        .formatted(HOST_ID, LOTTE, HostRecord.derived(ENTRY, "external-reference"), visibility);
  }

  private static HostRecord.ReleaseItem release(boolean shown) {
    return new HostRecord.ReleaseItem(LOTTE, StaffId.of(RosterReplies.ANJA), ENTRY, shown);
  }

  private static HostRecord.ReportItem report(boolean released) {
    HostRecord.ReportItem item = Items.report(LOTTE, ENTRY, PDF);
    return new HostRecord.ReportItem(
        item.school(),
        item.pupil(),
        item.author(),
        item.entry(),
        null,
        item.meetingOn(),
        item.recordedAt(),
        item.sha256(),
        released);
  }

  private static void refused(Runnable act, String code) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            HostRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
