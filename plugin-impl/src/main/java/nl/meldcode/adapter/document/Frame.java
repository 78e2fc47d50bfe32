package nl.meldcode.adapter.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.w3c.dom.Document;

/**
 * What all documents share: title, confidentiality, and on every page the version with its code, by
 * which a signed sheet is found back.
 */
final class Frame {
  private static final DateTimeFormatter LONG_DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.forLanguageTag("nl-NL"));
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("nl-NL"));

  private final Markup page;
  private final Markup body;

  /**
   * Begins a document.
   *
   * @param title goes into the document's properties: no name, and no word that tells what kind of
   *     dossier this is
   * @param mark what every page says above all else; empty for nothing
   */
  Frame(String title, String school, int version, String code, String mark) {
    page = Markup.page();
    Markup head = page.add("head");
    head.add("title").text(title);
    head.add("meta").with("name", "description").with("content", title);
    head.add("style").text(Resources.text("document.css"));
    body = page.add("body");
    top(school, mark);
    foot(version, code);
  }

  private void top(String school, String mark) {
    Markup top = body.add("div", "top");
    if (!mark.isEmpty()) {
      top.add("p", "mark").text(mark);
    }
    Markup row = top.add("table").add("tr");
    row.add("td").text(school);
    row.add("td", "right").text("Vertrouwelijk");
  }

  private void foot(int version, String code) {
    Markup row = body.add("div", "foot").add("table").add("tr");
    row.add("td", "qr")
        .add("img")
        .with("src", QrCode.dataUri(code.replace(" ", "")))
        .with("alt", "Code " + code);
    Markup label = row.add("td");
    label.add("p").text("Versie " + version);
    Markup line = label.add("p");
    line.text("Code ");
    line.add("span", "code").text(code);
    Markup numbers = row.add("td", "right");
    numbers.text("Pagina ");
    numbers.add("span", "page");
    numbers.text(" van ");
    numbers.add("span", "pages");
  }

  /** Where the content of the document goes. */
  Markup body() {
    return body;
  }

  /** Heading and the line below it. */
  void heading(String heading, String below) {
    body.add("h1").text(heading);
    body.add("p", "below").text(below);
  }

  /** Adds a table of facts: a label and what belongs to it. */
  Markup facts() {
    return body.add("table", "facts");
  }

  /** Adds one fact. */
  static void fact(Markup facts, String label, String value) {
    Markup row = facts.add("tr");
    row.add("th").text(label);
    row.add("td").text(value);
  }

  Document document() {
    return page.document();
  }

  /** As in "maandag 16 februari 2026". */
  static String weekday(LocalDate date) {
    return LONG_DATE.format(date);
  }

  /** As in "16 februari 2026". */
  static String date(LocalDate date) {
    return DATE.format(date);
  }
}
