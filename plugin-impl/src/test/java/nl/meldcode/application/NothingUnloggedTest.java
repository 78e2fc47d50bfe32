package nl.meldcode.application;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.StoreUnavailable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the access log cannot be written, nothing is shown and nobody is even refused. */
class NothingUnloggedTest {
  private final TestPlugin plugin = new TestPlugin();
  private EntryId report = new EntryId(new UUID(0, 0));

  @BeforeEach
  void lotteHasADossierWithAReport() {
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
    String id =
        plugin.recorded(
            NORA, "{\"kind\":\"MeetingReport\",\"meeting\":\"%s\",\"text\":\"x\"}".formatted(talk));
    report = new EntryId(UUID.fromString(id));
  }

  @Test
  @Covers("A07")
  void everyLookIsRefusedWhileTheLogIsBroken() {
    Caller nora = plugin.school.caller(NORA);
    Caller petra = plugin.school.caller(PETRA);
    Caller tim = plugin.school.caller(TIM);
    assertThat(plugin.readDocument.read(nora, report, false)).isPresent();
    assertThat(plugin.choices.pupils(tim)).isEmpty();
    plugin.log.breakDown();

    List<ThrowingCallable> looks =
        List.of(
            () -> plugin.showDossier.show(nora),
            () -> plugin.showDossier.show(tim),
            () -> plugin.showDossier.toRecord(nora),
            () -> plugin.readDocument.read(nora, report, false),
            () -> plugin.readDocument.read(nora, report, true),
            () -> plugin.readLog.of(petra),
            () -> plugin.readLog.of(tim),
            () -> plugin.showLinks.of(nora),
            () -> plugin.choices.pupils(tim),
            () -> plugin.record(ANJA, "{\"kind\":\"Closure\",\"on\":\"2026-02-09\"}"));
    looks.forEach(look -> assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(look));
  }

  /** The list that somebody else keeps of what was asked, and the log, are the same. */
  @Test
  @Covers("A07")
  void theLogHoldsEachLookOnceAndNothingElse() {
    int before = plugin.log.events().size();
    for (int i = 0; i < 50; i++) {
      plugin.page(NORA);
      plugin.page(TIM);
      plugin.readDocument.read(plugin.school.caller(ANJA), report, false);
      plugin.readDocument.read(plugin.school.caller(TIM), report, false);
      plugin.readLog.of(plugin.school.caller(PETRA));
    }

    assertThat(plugin.log.events().stream().skip(before).map(NothingUnloggedTest::line))
        .filteredOn(line -> !line.startsWith("READ links"))
        .hasSize(250)
        .containsOnly(
            "READ overview " + NORA.id(),
            "REFUSED overview " + TIM.id(),
            "DOWNLOAD MeetingReport " + ANJA.id(),
            "REFUSED MeetingReport " + TIM.id(),
            "READ log " + PETRA.id());
  }

  private static String line(Event event) {
    return event.what() + " " + event.subject() + " " + event.staff();
  }
}
