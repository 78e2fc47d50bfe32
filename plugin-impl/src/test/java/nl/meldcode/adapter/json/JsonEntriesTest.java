package nl.meldcode.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.port.EntryJson.Read;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.Agreement;
import nl.meldcode.domain.entry.Correction;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.HandoverAccepted;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.Signal;
import org.junit.jupiter.api.Test;

class JsonEntriesTest {
  private final JsonEntries json = new JsonEntries();

  @Test
  void anEntryComesBackAsItWasWritten() {
    MeetingReport report =
        new MeetingReport(
            new EntryId(UUID.randomUUID()),
            "Tekst met “aanhalingstekens” en een 😀",
            null,
            List.of(new Agreement("ontbijt", "Anja", LocalDate.of(2026, 2, 18))),
            true);

    assertThat(json.stored("MeetingReport", json.version(Kind.MEETING_REPORT), json.write(report)))
        .isEqualTo(report);
  }

  @Test
  void anAnswerFromBeforeSheetsWereKeptIsStillRead() {
    String stored =
        """
        {"report":"%1$s","documentSha256":"%2$s","guardian":"%1$s","status":"GEZIEN",
         "method":"PAPER","on":"2026-02-09","at":null,"guardianView":null,"signedName":null,
         "note":null,"attempts":[],"guardiansMaySee":null}\
        """
            .formatted(UUID.randomUUID(), "a".repeat(64));

    assertThat(
            json.stored(
                "Acknowledgement",
                json.version(Kind.ACKNOWLEDGEMENT),
                stored.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Acknowledgement.class, answer -> assertThat(answer.sheet()).isNull());
  }

  @Test
  void aCorrectionComesBackWithTheEntryInIt() {
    Entry handover = new HandoverAccepted(LocalDate.of(2026, 2, 9), null);
    Correction correction = new Correction(new EntryId(UUID.randomUUID()), "Andere dag.", handover);

    byte[] written = json.write(correction);

    assertThat(json.stored("Correction", json.version(Kind.CORRECTION), written))
        .isEqualTo(correction);
  }

  @Test
  @Covers("S12")
  void everyFaultOfFormIsNamedAtOnceAndTheRestIsStillRead() {
    Read read =
        read(
            """
            {"kind":"Signal","observedOn":"gisteren","source":"HEARSAY","facts":"viel in slaap",
             "colour":"rood","otherPupils":["x"],"childToldUnasked":"ja"}\
            """);

    assertThat(read.faults())
        .containsExactlyInAnyOrder(
            new Fault("/observedOn", "form.wrong"),
            new Fault("/source", "form.wrong"),
            new Fault("/colour", "field.unknown"),
            new Fault("/otherPupils/0", "form.wrong"),
            new Fault("/childToldUnasked", "form.wrong"));
    assertThat(read.entry())
        .isInstanceOfSatisfying(
            Signal.class, signal -> assertThat(signal.facts()).isEqualTo("viel in slaap"));
  }

  @Test
  void nothingInTheMiddleOfAListIsAFault() {
    Read read =
        read(
            """
            {"kind":"Signal","facts":"x","otherPupils":[null],"evidence":[null]}\
            """);

    assertThat(read.faults())
        .containsExactly(
            new Fault("/otherPupils/0", "form.wrong"), new Fault("/evidence/0", "form.wrong"));
  }

  @Test
  void aFaultDeepInsideIsPointedAt() {
    Read read =
        read(
            """
            {"kind":"MeetingReport","text":"t","agreements":[{"what":"a","who":"b"},
             {"what":"c","who":"d","dueOn":"morgen"}]}\
            """);

    assertThat(read.faults()).containsExactly(new Fault("/agreements/1/dueOn", "form.wrong"));
  }

  @Test
  @Covers("S12")
  void whatIsNoJsonOrNoKnownKindIsSaidSo() {
    assertThat(read("{\"kind\":").faults()).containsExactly(new Fault("", "json.malformed"));
    assertThat(read("[]").faults()).containsExactly(new Fault("", "json.notObject"));
    assertThat(read("{}").faults()).containsExactly(new Fault("/kind", "kind.missing"));
    assertThat(read("{\"kind\":\"Gossip\"}").faults())
        .containsExactly(new Fault("/kind", "kind.unknown"));
    assertThat(read("{\"kind\":\"Signal\",\"kind\":\"Signal\"}").faults())
        .containsExactly(new Fault("", "json.malformed"));
    assertThat(read("{\"kind\":\"Signal\",\"facts\":\"a\",\"seq\":7,\"author\":\"x\"}").faults())
        .contains(new Fault("/seq", "field.unknown"), new Fault("/author", "field.unknown"));
  }

  @Test
  void aStoredEntryOfAnUnknownVersionIsNotGuessedAt() {
    assertThatThrownBy(() -> json.stored("Signal", 99, "{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Tampered.class);
  }

  private Read read(String text) {
    return json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
