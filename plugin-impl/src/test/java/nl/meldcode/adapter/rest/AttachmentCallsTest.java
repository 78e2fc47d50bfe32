package nl.meldcode.adapter.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.intake.Pictures;
import nl.meldcode.adapter.rest.InProcess.Answer;
import nl.meldcode.adapter.rest.RestDesk.Route;
import nl.meldcode.application.School;
import nl.meldcode.application.port.VirusScanner.Verdict;
import nl.meldcode.application.record.TakeUpload;
import nl.meldcode.application.record.UploadPace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered to who sends a file. */
@Covers("S21")
class AttachmentCallsTest {
  private final RestDesk desk = new RestDesk(School.NORA);

  @BeforeEach
  void aDossier() {
    desk.plugin.recorded(
        School.NORA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}\
        """);
  }

  @Test
  void theBytesSayWhatItIsAndNoHeaderDoes() {
    Answer kept = send(Pictures.photo(1), "text/html");
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.body()).contains("\"mediaType\":\"image/jpeg\"", "\"sha256\":");

    Answer refused = send("<html>".getBytes(UTF_8), "image/jpeg");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("file.type", "Dit is geen foto");
  }

  @Test
  void oneByteTooManyIsTooLarge() {
    Answer refused = send(new byte[TakeUpload.LARGEST + 1], "image/png");
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body()).contains("urn:meldcode:problem:too-large", "hoogstens 10 MB");
    assertThat(send(new byte[TakeUpload.LARGEST], "image/png").status()).isEqualTo(400);
  }

  @Test
  void whoHasToWaitIsToldHowLong() {
    desk.plugin.scanned = Verdict.NO_ANSWER;
    Answer away = send(Pictures.photo(1), "image/jpeg");
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.header("Retry-After")).isEqualTo("60");
    assertThat(away.body())
        .contains("De virusscanner antwoordt niet. Bewaar de foto en probeer het later.");

    for (int i = 1; i < UploadPace.MOST; i++) {
      send(new byte[1], "image/jpeg");
    }
    Answer tooMany = send(Pictures.photo(1), "image/jpeg");
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.header("Retry-After")).isEqualTo("3601");
    assertThat(tooMany.body()).contains("veel bestanden");
  }

  @Test
  void aSheetIsShownAloneAndRunsNothing() {
    String talk =
        desk.plugin.recorded(
            School.NORA,
            """
            {"kind":"ParentMeeting","on":"2026-02-09","place":"x","schoolParticipants":["%s"]}\
            """
                .formatted(School.NORA.id()));
    String report =
        desk.plugin.recorded(
            School.NORA,
            "{\"kind\":\"MeetingReport\",\"meeting\":\"%s\",\"text\":\"x\"}".formatted(talk));
    String sha256 = desk.plugin.view(School.NORA).reports().get(0).versions().get(0).sha256();
    String kept = send(Pictures.photo(1), "image/jpeg").body();
    String file = kept.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    String digest = kept.replaceAll(".*\"sha256\":\"([^\"]+)\".*", "$1");
    String answer =
        desk.plugin.recorded(
            School.NORA,
            """
            {"kind":"Acknowledgement","report":"%s","documentSha256":"%s","guardian":"%s",
             "status":"GEZIEN","method":"PAPER","on":"2026-02-09",
             "sheet":{"file":"%s","sha256":"%s"}}\
            """
                .formatted(report, sha256, School.ILSE, file, digest));

    Answer sheet = sheet(answer);
    assertThat(sheet.status()).isEqualTo(200);
    assertThat(sheet.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(sheet.header("Content-Disposition")).startsWith("inline").contains("sheet.jpg");
    assertThat(sheet.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "sandbox");
    assertThat(sheet.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(sheet(report).status()).isEqualTo(404);
    assertThat(sheet(UUID.randomUUID().toString()).status()).isEqualTo(404);
    assertThat(sheet("x").status()).isEqualTo(404);
  }

  private Answer sheet(String entry) {
    String path = "v1/contexts/" + desk.context + "/entries/" + entry + "/sheet";
    return desk.send(new Route("GET", path), desk.own(), "");
  }

  private Answer send(byte[] bytes, String mediaType) {
    Map<String, String> headers = new HashMap<>(desk.own());
    headers.put("Content-Type", mediaType);
    Route route = new Route("POST", "v1/contexts/" + desk.context + "/attachments");
    return desk.send(route, headers, bytes);
  }
}
