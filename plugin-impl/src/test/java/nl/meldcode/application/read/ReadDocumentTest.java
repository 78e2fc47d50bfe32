package nl.meldcode.application.read;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.ILSE;
import static nl.meldcode.application.School.JEROEN;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.Roster.StaffMember;
import org.junit.jupiter.api.Test;

class ReadDocumentTest {
  private final TestPlugin plugin = new TestPlugin();

  @Test
  @Covers({"S3.6", "S3.9"})
  void theReportComesAloneOrWithTheAnswersBehindItInTheirOrder() {
    String report = report();
    answer(report, JEROEN, "Jeroen Hendriks");
    answer(report, ILSE, "Ilse van Dam");

    assertThat(read(ANJA, report, false)).get().asString().startsWith("report ");
    assertThat(read(ANJA, report, true))
        .get()
        .asString()
        .matches("report .*\\|reaction Jeroen Hendriks.*\\|reaction Ilse van Dam.*\\|");
    assertThat(plugin.log.events())
        .filteredOn(event -> event.what() == AccessLog.What.DOWNLOAD)
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.subject()).isEqualTo("MeetingReport"))
        .allSatisfy(event -> assertThat(event.dossier()).isNotNull());
  }

  @Test
  @Covers("S0.7")
  void whoMayNotReadTheEntryGetsNothingAndNeitherDoesAnEntryWithoutOne() {
    String report = report();
    String talk = plugin.dossiers.all().get(0).entries().get(1).id().toString();

    assertThat(read(TIM, report, false)).isEmpty();
    assertThat(read(NORA, talk, false)).as("a talk has no document").isEmpty();
    assertThat(read(NORA, UUID.randomUUID().toString(), false)).isEmpty();
    assertThat(plugin.log.events()).noneMatch(event -> event.what() == AccessLog.What.DOWNLOAD);
  }

  private String report() {
    plugin.recorded(
        NORA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    String talk =
        plugin.recorded(
            NORA,
            """
            {"kind":"ParentMeeting","on":"2026-02-09","place":"school","schoolParticipants":["%s"],
             "pupilPresent":false}"""
                .formatted(NORA.id()));
    return plugin.recorded(
        NORA, "{\"kind\":\"MeetingReport\",\"meeting\":\"%s\",\"text\":\"x\"}".formatted(talk));
  }

  private void answer(String report, PersonId guardian, String name) {
    String sha256 =
        plugin
            .dossiers
            .of(School.ID, LOTTE)
            .get(0)
            .entry(id(report))
            .orElseThrow()
            .attachments()
            .get(0)
            .sha256();
    plugin.recorded(
        NORA,
        """
        {"kind":"Acknowledgement","report":"%s","documentSha256":"%s","guardian":"%s",
         "status":"ONDERTEKEND","method":"ON_SCREEN","on":"2026-02-09","signedName":"%s"}"""
            .formatted(report, sha256, guardian, name));
  }

  private Optional<String> read(StaffMember member, String entry, boolean reactions) {
    return plugin
        .readDocument
        .read(plugin.school.caller(member), id(entry), reactions)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static EntryId id(String text) {
    return new EntryId(UUID.fromString(text));
  }
}
