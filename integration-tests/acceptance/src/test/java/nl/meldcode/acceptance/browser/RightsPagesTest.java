package nl.meldcode.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.Pdf;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A parent asks for the dossier, and gets what may be given. */
@Tag("browser")
class RightsPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

  @Test
  @Covers({"C.4a", "C.4b"})
  void aParentAsksAndTheHeadGivesACopyWithoutOthers() {
    try (StartedSchool school = StartedSchool.at(DAY, LocalTime.of(14, 0));
        Chromium chromium = new Chromium()) {
      Tab nora = school.tab("nora", "lotte");
      nora.record(signal("SELF", "", "Bang na ruzie met Finn Willemse; sliep bij oma."));
      String told = nora.record(signal("OTHER", "De bakker", "Zag een klap."));
      try (Screen screen = chromium.signIn(school.site(), "nora")) {
        OpenForm form = screen.dossier("Lotte Hendriks").form("AccessRequest");
        form.choose("by.capacity", "GUARDIAN").pick("by.guardian", Ids.person("ilse-van-dam"));
        screen.looksRight("inzage-verzoek");
        form.record("Leg verzoek vast");
      }
      try (Screen petra = chromium.signIn(school.site(), "petra")) {
        OpenForm form = petra.dossier("Lotte Hendriks").form("AccessDecision");
        form.choose("choice", "GIVE");
        leaveOut(petra, told);
        form.write("motivation", "Recht van moeder.");
        petra.looksRight("inzage-besluit");
        form.record("Leg besluit vast en maak de kopie");
        petra.looksRight("inzage-besloten");
      }
      Tab read = school.tab("petra", "lotte");
      String decision = read.dossier().entries("AccessDecision").get(0).path("id").asText();
      assertThat(Pdf.text(read.document(decision)))
          .contains("Bang na ruzie met [weggelaten]; sliep [weggelaten].", "Werd bedreigd")
          .doesNotContain("Finn", "bakker", "klap", "Nora");
    }
  }

  private static void leaveOut(Screen petra, String told) {
    OpenForm form = petra.form("AccessDecision");
    form.add("withheld").pickAt("withheld.0.entry", told);
    form.pickAt("withheld.0.ground", "PROTECTION_OF_INFORMANT");
    form.writeAt("withheld.0.motivation", "Werd bedreigd.");
    form.add("blackedOut").writeAt("blackedOut.0.words", "bij oma");
    form.pickAt("blackedOut.0.ground", "PROTECTION_OF_PUPIL");
  }

  private static String signal(String source, String observer, String facts) {
    return """
        {"kind":"Signal","observedOn":"2026-03-12","source":"%s","observer":"%s","facts":"%s"}"""
        .formatted(source, observer, facts);
  }
}
