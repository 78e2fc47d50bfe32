package nl.meldcode.adapter.document;

import nl.meldcode.application.port.Documents.ReactionSheet;
import org.w3c.dom.Document;

/** One person's answer to one version of a report, in that person's own words (S3.8, S3.9). */
final class ReactionPage {
  private static final int DIGITS_TOGETHER = 8;

  private ReactionPage() {}

  static Document of(ReactionSheet sheet, String mark) {
    String day = Frame.date(sheet.meetingOn());
    Frame frame =
        new Frame(
            "Gespreksverslag " + day + ", reactie",
            sheet.school(),
            sheet.version(),
            sheet.code(),
            mark);
    frame.heading("Reactie op het verslag", "Gesprek van " + Frame.weekday(sheet.meetingOn()));
    Markup facts = frame.facts();
    Frame.fact(facts, "Leerling", sheet.pupil());
    Frame.fact(facts, "Van", sheet.guardian() + ", " + sheet.relation());
    Frame.fact(facts, "Bij", "versie %d, code %s".formatted(sheet.version(), sheet.code()));
    Frame.fact(facts, "Vastgelegd door", sheet.registeredBy());
    if (sheet.guardiansMaySee() != null) {
      Frame.fact(facts, "Ouders mogen het lezen", sheet.guardiansMaySee() ? "Ja" : "Nee");
    }

    Markup answer = frame.body().add("div", "answer");
    answer.add("p", "status").text(sheet.status());
    answer.add("p", "below").text(sheet.answeredOn());
    if (sheet.signedName() != null) {
      answer.add("p", "text").text("Ondertekend met de naam: " + sheet.signedName());
    }
    view(frame, sheet);
    frame.body().add("h2").text("Om welk verslag het gaat");
    frame
        .body()
        .add("p", "text")
        .text("Deze reactie hoort bij het document met deze controlewaarde (SHA-256):");
    frame.body().add("p", "digest").text(spaced(sheet.sha256()));
    return frame.document();
  }

  private static void view(Frame frame, ReactionSheet sheet) {
    frame.body().add("h2").text("Zienswijze");
    if (sheet.guardianView() == null) {
      frame.body().add("p", "text").text("Er is geen zienswijze gegeven.");
      return;
    }
    frame.body().add("p", "below").text("In eigen woorden. Niemand heeft deze tekst aangepast.");
    frame.body().add("div", "own").paragraphs("text", sheet.guardianView());
  }

  private static String spaced(String digest) {
    return digest.replaceAll("(.{" + DIGITS_TOGETHER + "})(?!$)", "$1 ");
  }
}
