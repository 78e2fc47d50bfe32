package nl.meldcode.application.view;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.ILSE;
import static nl.meldcode.application.School.PETRA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.dossier.Family;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the overview asks first, and where its button leads. */
class NextThingTest {
  private final TestPlugin plugin = new TestPlugin();

  @BeforeEach
  void aDossierIsOpen() {
    plugin.recorded(
        ANJA,
        """
        {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Kwam zonder brood."}""");
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
  }

  private NextRow next() {
    NextRow next = plugin.view(ANJA).next();
    if (next == null) {
      throw new AssertionError("nothing comes next");
    }
    return next;
  }

  @Test
  @Covers({"P4", "S3.3"})
  void whatHasADateComesBeforeWhatHasNone() {
    assertThat(next().requirement()).isEqualTo("S1.7");

    plugin.recorded(
        ANJA,
        """
        {"kind":"ParentMeeting","on":"2026-02-09","place":"school",
         "schoolParticipants":["%s"],"guardiansPresent":["%s"],"points":[]}"""
            .formatted(ANJA.id(), ILSE));

    assertThat(next().requirement()).isEqualTo("S3.3");
    assertThat(next().dueOn()).isEqualTo(LocalDate.of(2026, 2, 23));
    plugin.school.goTo(LocalDate.of(2026, 2, 24));
    assertThat(next().requirement()).isEqualTo("S3.3");
  }

  @Test
  @Covers({"S5.12", "S5.16", "S5.17", "S5.19"})
  void whatAReportLacksLeadsToThatReport() {
    plugin.recorded(PETRA, report());
    String last = plugin.recorded(PETRA, report());
    plugin.recorded(
        ANJA,
        """
        {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Kwam zonder jas."}""");

    assertThat(rows())
        .filteredOn(one -> List.of("S5.12", "S5.13", "S5.16", "S5.17").contains(one.requirement()))
        .extracting(FindingRow::entry)
        .hasSize(13)
        .containsOnly(last);
    assertThat(rows())
        .filteredOn(one -> one.requirement().equals("S5.19"))
        .extracting(FindingRow::entry)
        .as("after new signals another report can be made")
        .containsOnlyNulls();
    Caller petra = plugin.school.caller(PETRA);
    Words words = new Words(new Texts(), petra, LocalDate.of(2026, 2, 9));
    List<FindingRow> lacks =
        rows().stream().filter(one -> one.requirement().equals("S5.16")).toList();
    assertThat(
            new FindingRows(petra, words, new Family(List.of()), plugin.dossiers.all().get(0))
                .next(lacks))
        .hasValueSatisfying(
            next -> {
              assertThat(next.metBy()).isEqualTo("VeiligThuisReport");
              assertThat(next.entry()).isEqualTo(last);
            });
  }

  @Test
  @Covers({"B5.1", "B5.2"})
  void whatCameOfACallIsAddedWhereTheCallStands() {
    String call =
        plugin.recorded(
            ANJA,
            """
            {"kind":"EmergencyAction","called":["VEILIG_THUIS"],"on":"2026-02-09","at":"11:00",
             "reason":"Verse brandwonden."}""");

    assertThat(rows())
        .filteredOn(one -> one.requirement().equals("B5.1"))
        .extracting(FindingRow::entry)
        .containsExactly(call);
    assertThat(rows())
        .filteredOn(one -> one.requirement().equals("B5.2"))
        .extracting(FindingRow::entry)
        .containsOnlyNulls();
  }

  private List<FindingRow> rows() {
    return plugin.view(PETRA).findings();
  }

  private static String report() {
    return """
    {"kind":"VeiligThuisReport","on":"2026-02-09","topics":[],"contact":"M. de Boer",
     "legalDiscussed":false}""";
  }
}
