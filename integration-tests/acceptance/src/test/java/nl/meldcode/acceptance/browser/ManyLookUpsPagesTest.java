package nl.meldcode.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who opened many pupils waits, records a signal meanwhile, and is told of. */
@Tag("browser")
class ManyLookUpsPagesTest {
  private static final int MOST = 60;

  @Test
  @Covers("S19")
  void theNextPupilIsNotShownAndASignalIsRecordedAllTheSame() {
    try (StartedSchool school = StartedSchool.at(LocalDate.of(2026, 3, 12), LocalTime.of(14, 0));
        Chromium chromium = new Chromium()) {
      opensMany(HostSession.signIn(school.site(), "nora"));
      try (Screen nora = chromium.signIn(school.site(), "nora").dossier("Lotte Hendriks")) {
        nora.plugin().getByText("Je hebt in korte tijd veel verschillende leerlingen").waitFor();
        nora.looksRight("veel-leerlingen");
        nora.form("Signal")
            .write("facts", "Lotte viel in slaap tijdens de kring.")
            .record("Leg signaal vast");
      }
      try (Screen petra = chromium.signIn(school.site(), "petra").menu("Noodtoegang")) {
        petra.plugin().getByText("Nora Kuiper").waitFor();
        assertThat(petra.text()).contains("Veel leerlingen in korte tijd");
        petra.looksRight("veel-leerlingen-gemeld");
      }
    }
  }

  @Test
  @Covers("R15")
  void aPageThatIsToldThatItIsBusyTriesAgainByItself() {
    AtomicInteger refusals = new AtomicInteger(2);
    try (StartedSchool school = StartedSchool.at(LocalDate.of(2026, 3, 12), LocalTime.of(14, 0));
        Chromium chromium = new Chromium();
        Screen anja = chromium.signIn(school.site(), "anja")) {
      anja.calls().busyFor(refusals);
      anja.dossier("Lotte Hendriks").press("Signaal vastleggen");
      assertThat(refusals).hasNonPositiveValue();
      refusals.set(2);
      anja.form("Signal").write("facts", "Lotte was moe.").record("Leg signaal vast");
      assertThat(refusals).hasNonPositiveValue();
      assertThat(school.tab("anja", "lotte").dossier().entries("Signal")).hasSize(1);
    }
  }

  private static void opensMany(HostSession nora) {
    JsonNode pupils = nora.open(Ids.pupil("noor")).call("GET", "/pupils").send().expect(200).json();
    // The list itself was read on the page of one of them.
    int opened = 1;
    for (JsonNode one : pupils) {
      UUID pupil = UUID.fromString(one.path("id").asText());
      if (opened < MOST && !pupil.equals(Ids.pupil("lotte")) && !pupil.equals(Ids.pupil("noor"))) {
        nora.open(pupil).dossier();
        opened++;
      }
    }
    assertThat(opened).isEqualTo(MOST);
  }
}
