package nl.meldcode.adapter.document;

import nl.meldcode.application.port.Documents.Chapter;
import nl.meldcode.application.port.Documents.Item;
import nl.meldcode.application.port.Documents.ListingSheet;
import nl.meldcode.application.text.EntryWords.Line;
import org.w3c.dom.Document;

/** Entries on paper, each under its day (S1.6, S5.11). */
final class ListingPage {
  private ListingPage() {}

  static Document of(ListingSheet sheet, String mark) {
    Frame frame = new Frame(sheet.title(), sheet.school(), 1, sheet.code(), mark);
    frame.body().add("h1").text(sheet.title());
    Markup facts = frame.facts();
    sheet.facts().forEach(line -> fact(facts, line));
    sheet.chapters().forEach(chapter -> chapter(frame.body(), chapter));
    return frame.document();
  }

  private static void chapter(Markup body, Chapter chapter) {
    body.add("h2").text(chapter.title());
    if (chapter.items().isEmpty()) {
      body.add("p", "text").text("Hierover is niets vastgelegd.");
    }
    chapter.items().forEach(item -> item(body, item));
  }

  private static void item(Markup body, Item item) {
    body.add("h3").text(item.title());
    body.add("p", "below").text(item.below());
    if (!item.lines().isEmpty()) {
      Markup facts = body.add("table", "facts item");
      item.lines().forEach(line -> fact(facts, line));
    }
  }

  private static void fact(Markup facts, Line line) {
    Markup row = facts.add("tr");
    row.add("th").text(line.label());
    Markup cell = row.add("td");
    line.said().forEach(said -> cell.paragraphs("cell", said));
  }
}
