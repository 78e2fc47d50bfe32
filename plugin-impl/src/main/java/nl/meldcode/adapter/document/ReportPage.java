package nl.meldcode.adapter.document;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.application.port.Documents.ReportSheet;
import nl.meldcode.domain.entry.Agreement;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** The report of a talk with parents, with room to sign on paper (S3.3, S3.7 to S3.9). */
final class ReportPage {
  private static final int BLOCKS_TO_SIGN = 2;

  private final ReportSheet sheet;
  private final Frame frame;

  private ReportPage(ReportSheet sheet, String mark) {
    this.sheet = sheet;
    frame =
        new Frame(
            "Gespreksverslag " + Frame.date(sheet.meetingOn()),
            sheet.school(),
            sheet.version(),
            sheet.code(),
            mark);
  }

  static Document of(ReportSheet sheet, String mark) {
    ReportPage page = new ReportPage(sheet, mark);
    page.head();
    page.text();
    page.agreements();
    page.signing();
    return page.frame.document();
  }

  private void head() {
    frame.heading("Verslag van het gesprek", Frame.weekday(sheet.meetingOn()));
    Markup facts = frame.facts();
    Frame.fact(facts, "Leerling", sheet.pupil());
    Frame.fact(facts, "Plaats", sheet.place());
    Frame.fact(facts, "Aanwezig", String.join(", ", sheet.present()));
    Frame.fact(
        facts,
        "Verslag",
        "versie %d, vastgelegd door %s op %s"
            .formatted(sheet.version(), sheet.author(), Frame.date(sheet.recordedOn())));
  }

  private void text() {
    frame.body().add("h2").text("Wat er is besproken");
    frame.body().paragraphs("text", sheet.text());
    if (sheet.parentsView() != null) {
      frame.body().add("h2").text("Wat de ouders vinden");
      frame.body().paragraphs("text", sheet.parentsView());
    }
  }

  private void agreements() {
    List<Agreement> agreements = sheet.agreements();
    frame.body().add("h2").text("Afspraken");
    if (agreements.isEmpty()) {
      frame.body().add("p", "text").text("Er zijn geen afspraken gemaakt.");
      return;
    }
    Markup table = frame.body().add("table", "agreements");
    Markup head = table.add("thead").add("tr");
    List.of("Wat", "Wie", "Uiterlijk").forEach(label -> head.add("th").text(label));
    Markup rows = table.add("tbody");
    for (Agreement agreement : agreements) {
      Markup row = rows.add("tr");
      row.add("td").paragraphs("cell", agreement.what());
      row.add("td").text(agreement.who());
      row.add("td").text(due(agreement.dueOn()));
    }
  }

  private static String due(@Nullable LocalDate day) {
    return day == null ? "geen datum" : Frame.date(day);
  }

  private void signing() {
    if (sheet.pupilSigns()) {
      pupilSigning();
    }
    Markup part = frame.body().add("div", "signing");
    part.add("h2").text("Voor de ouders");
    if (sheet.pupilSigns()) {
      part.add("p", "text")
          .text("Dit deel is er alleen voor als de leerling hierboven Ja heeft aangekruist.");
    }
    part.add("p", "text")
        .text(
            "Kruis aan wat u kiest. Gezien betekent niet dat u het ermee eens bent."
                + " Wat u van dit verslag vindt, mag u erbij schrijven. Dat hoort dan bij het verslag.");
    for (int i = 0; i < BLOCKS_TO_SIGN; i++) {
      block(part.add("div", "block"));
    }
  }

  private void pupilSigning() {
    Markup part = frame.body().add("div", "signing");
    part.add("h2").text("Voor de leerling");
    part.add("p", "text")
        .text(
            "Je bent 16 jaar of ouder en reageert zelf. Kruis aan wat je kiest. Gezien betekent niet"
                + " dat je het ermee eens bent. Wat je van dit verslag vindt, mag je erbij"
                + " schrijven. Dat hoort dan bij het verslag.");
    block(part.add("div", "block"));
    part.add("p", "text").text("Mogen je ouders dit verslag lezen en erop reageren?");
    choice(part, "Ja.", "Mijn ouders mogen dit verslag lezen en erop reageren.");
    choice(part, "Nee.", "Dit verslag is niet voor mijn ouders.");
  }

  private static void block(Markup block) {
    choice(block, "Gezien.", "Ik heb dit verslag gelezen. Dat is geen akkoord.");
    choice(block, "Ondertekend.", "Ik heb dit verslag gelezen en zet mijn handtekening.");
    Markup row = block.add("table", "lines").add("tr");
    line(row.add("td", "name"), "Naam");
    line(row.add("td", "day"), "Datum");
    line(row.add("td", "hand"), "Handtekening");
    Markup view = block.add("table", "lines");
    line(view.add("tr").add("td", "view"), "Wat ik ervan vind (mag leeg)");
    line(view.add("tr").add("td", "view"), "");
  }

  private static void choice(Markup block, String word, String meaning) {
    Markup line = block.add("p", "choice");
    line.add("span", "tick").text(" ");
    line.add("b").text(word);
    line.text(" " + meaning);
  }

  private static void line(Markup cell, String label) {
    cell.add("div", "line");
    cell.add("p", "label").text(label);
  }
}
