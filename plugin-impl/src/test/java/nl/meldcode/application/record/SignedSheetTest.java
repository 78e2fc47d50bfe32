package nl.meldcode.application.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.ILSE;
import static nl.meldcode.application.School.JEROEN;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldcode.Covers;
import nl.meldcode.adapter.intake.FileIntake;
import nl.meldcode.adapter.intake.Pictures;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.VirusScanner.Verdict;
import nl.meldcode.application.view.ReportRows.Answer;
import nl.meldcode.application.view.ReportRows.GuardianStatus;
import nl.meldcode.application.view.ReportRows.Version;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sheet that parents signed comes back on paper, and is kept with their answer. */
@Covers({"S3.8", "S21"})
class SignedSheetTest {
  private static final byte[] PHOTO = Pictures.photo(6);
  private final TestPlugin plugin = new TestPlugin();

  @Test
  void itIsPartOfTheAnswerAndReadByWhoReadsThat() {
    aReport();
    Attachment kept = taken(ANJA);
    String answer = plugin.recorded(ANJA, answer(JEROEN, kept.id(), kept.sha256()));

    Recorded recorded = dossier().entry(id(answer)).orElseThrow();
    assertThat(recorded.attachments()).hasSize(2).endsWith(kept);
    assertThat(report().guardians().stream().map(GuardianStatus::answer).filter(Objects::nonNull))
        .singleElement()
        .extracting(Answer::sheet)
        .isEqualTo("image/jpeg");
    assertThat(plugin.readDocument.sheet(plugin.school.caller(NORA), id(answer)))
        .hasValueSatisfying(
            sheet -> {
              assertThat(sheet.mediaType()).isEqualTo("image/jpeg");
              assertThat(sheet.bytes()).hasSize((int) kept.size());
            });
    assertThat(plugin.log.events())
        .filteredOn(event -> event.rule().equals("SHEET"))
        .singleElement()
        .satisfies(event -> assertThat(event.what()).isEqualTo(What.DOWNLOAD));
  }

  @Test
  void whoMayNotReadTheAnswerDoesNotGetItAndPrintsHoldDocumentsAlone() {
    aReport();
    Attachment kept = taken(ANJA);
    String answer = plugin.recorded(ANJA, answer(JEROEN, kept.id(), kept.sha256()));
    String without = plugin.recorded(ANJA, answer(ILSE, null, ""));

    assertThat(plugin.readDocument.sheet(plugin.school.caller(TIM), id(answer))).isEmpty();
    assertThat(plugin.readDocument.sheet(plugin.school.caller(ANJA), id(without))).isEmpty();
    assertThat(plugin.log.events()).noneMatch(event -> event.what() == What.DOWNLOAD);
    assertThat(plugin.readDocument.read(plugin.school.caller(ANJA), version(), true))
        .map(bytes -> new String(bytes, UTF_8))
        .get()
        .asString()
        .matches("report .*\\|reaction Jeroen Hendriks.*\\|reaction Ilse van Dam.*\\|");
  }

  @Test
  void onlyWhatWasSentForThisDossierAndStandsInNoOtherAnswerIsTaken() {
    aReport();
    Attachment kept = taken(ANJA);
    Attachment elsewhere =
        plugin.attachments.put(School.ID, new DossierId(UUID.randomUUID()), "image/jpeg", PHOTO);

    refused(answer(JEROEN, UUID.randomUUID(), kept.sha256()));
    refused(answer(JEROEN, kept.id(), "0".repeat(64)));
    refused(answer(JEROEN, elsewhere.id(), elsewhere.sha256()));
    plugin.recorded(ANJA, answer(JEROEN, kept.id(), kept.sha256()));
    refused(answer(ILSE, kept.id(), kept.sha256()));
    Attachment paper = dossier().entry(version()).orElseThrow().attachments().get(0);
    refused(answer(ILSE, paper.id(), paper.sha256()));
  }

  @Test
  void whoMayNotRecordTheAnswerMaySendNothingAndIsNotRead() {
    assertThat(plugin.takeUpload.take(plugin.school.caller(NORA), SignedSheetTest::unread))
        .isEqualTo(Outcome.Refused.because("dossier.notOpen"));
    aReport();
    assertThat(plugin.takeUpload.take(plugin.school.caller(TIM), SignedSheetTest::unread))
        .isInstanceOf(Outcome.NotThere.class);
    assertThat(last().what()).isEqualTo(What.REFUSED);
  }

  @Test
  void aVirusIsRefusedAndInTheLogAndNoScannerIsNoRisk() {
    aReport();
    long before = plugin.attachments.size(School.ID, dossier().id());
    plugin.scanned = Verdict.INFECTED;
    assertThat(take(ANJA)).isEqualTo(new Outcome.Invalid(List.of(new Fault("", "file.infected"))));
    assertThat(last().rule()).isEqualTo("UPLOADS.INFECTED");
    plugin.scanned = Verdict.NO_ANSWER;
    assertThat(take(ANJA)).isInstanceOf(Outcome.NoScanner.class);
    assertThat(plugin.attachments.size(School.ID, dossier().id())).isEqualTo(before);
    plugin.scanned = Verdict.CLEAN;
    assertThat(take(ANJA)).isInstanceOf(Outcome.Taken.class);
  }

  @Test
  void whoSendsManyFilesWaitsAndOthersDoNot() {
    aReport();
    for (int i = 0; i < UploadPace.MOST; i++) {
      assertThat(take(ANJA)).isInstanceOf(Outcome.Taken.class);
      plugin.school.later(Duration.ofMinutes(1));
    }
    assertThat(take(ANJA)).isEqualTo(new Outcome.TooSoon(Duration.ofMinutes(60 - UploadPace.MOST)));
    assertThat(last().rule()).isEqualTo(UploadPace.RULE);
    assertThat(take(NORA)).isInstanceOf(Outcome.Taken.class);
    plugin.school.later(Duration.ofMinutes(60 - UploadPace.MOST));
    assertThat(take(ANJA)).isInstanceOf(Outcome.Taken.class);
  }

  @Test
  void aDossierThatIsFullTakesNoMore() {
    aReport();
    AtomicInteger asked = new AtomicInteger();
    AlmostFull almostFull = new AlmostFull();
    Gate gate =
        new Gate(
            new Policy(AccessFile.shipped(), plugin.school.clock()),
            plugin.log,
            plugin.school.clock());
    TakeUpload take =
        new TakeUpload(
            plugin.dossiers,
            almostFull,
            gate,
            new TakeUpload.Protection(
                new UploadPace(() -> 0), bytes -> Verdict.CLEAN, new FileIntake()));

    for (int i = 0; i < 2; i++) {
      assertThat(
              take.take(
                  plugin.school.caller(ANJA),
                  () -> {
                    asked.incrementAndGet();
                    return PHOTO;
                  }))
          .isEqualTo(Outcome.Refused.because("upload.full"));
    }
    assertThat(asked).as("what is full already is not sent anything").hasValue(1);
  }

  /** Has room for one byte when it is asked twice, and for none after that; takes nothing. */
  private static final class AlmostFull implements Attachments {
    private int asked;

    @Override
    public long size(SchoolId school, DossierId dossier) {
      return ++asked > 2 ? TakeUpload.MOST_OF_A_DOSSIER + 1 : TakeUpload.MOST_OF_A_DOSSIER - 1;
    }

    @Override
    public Attachment put(SchoolId school, DossierId dossier, String mediaType, byte[] bytes) {
      throw new AssertionError("there is no room");
    }

    @Override
    public byte[] get(SchoolId school, DossierId dossier, Attachment attachment) {
      throw new AssertionError("nothing is read");
    }

    @Override
    public Optional<byte[]> fresh(SchoolId school, DossierId dossier, UUID id) {
      return Optional.empty();
    }
  }

  private void aReport() {
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}\
        """);
    String talk =
        plugin.recorded(
            ANJA,
            """
            {"kind":"ParentMeeting","on":"2026-02-09","place":"school","schoolParticipants":["%s"]}\
            """
                .formatted(ANJA.id()));
    plugin.recorded(
        ANJA, "{\"kind\":\"MeetingReport\",\"meeting\":\"%s\",\"text\":\"x\"}".formatted(talk));
  }

  private Version report() {
    return plugin.view(ANJA).reports().get(0).versions().get(0);
  }

  private EntryId version() {
    return id(report().id());
  }

  private Dossier dossier() {
    return plugin.dossiers.of(School.ID, LOTTE).get(0);
  }

  private Outcome take(StaffMember member) {
    return plugin.takeUpload.take(plugin.school.caller(member), () -> PHOTO);
  }

  private Attachment taken(StaffMember member) {
    return ((Outcome.Taken) take(member)).file();
  }

  private static byte[] unread() {
    throw new AssertionError("not to be read");
  }

  private void refused(String answer) {
    assertThat(plugin.record(ANJA, answer))
        .isEqualTo(new Outcome.Invalid(List.of(new Fault("/sheet", "sheet.unknown"))));
  }

  private String answer(PersonId guardian, @Nullable UUID file, String sha256) {
    String sheet =
        file == null
            ? ""
            : ",\"sheet\":{\"file\":\"%s\",\"sha256\":\"%s\"}".formatted(file, sha256);
    return """
    {"kind":"Acknowledgement","report":"%s","documentSha256":"%s","guardian":"%s",
     "status":"ONDERTEKEND","method":"PAPER","on":"2026-02-09"%s}\
    """
        .formatted(report().id(), report().sha256(), guardian, sheet);
  }

  private Event last() {
    var all = plugin.log.events();
    return all.get(all.size() - 1);
  }

  private static EntryId id(String text) {
    return new EntryId(UUID.fromString(text));
  }
}
