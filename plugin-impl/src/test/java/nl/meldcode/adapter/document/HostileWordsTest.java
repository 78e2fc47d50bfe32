package nl.meldcode.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.meldcode.Covers;
import nl.meldcode.HostileText;
import nl.meldcode.application.port.Documents.Chapter;
import nl.meldcode.application.port.Documents.Item;
import nl.meldcode.application.port.Documents.ListingSheet;
import nl.meldcode.application.port.Documents.ReactionSheet;
import nl.meldcode.application.port.Documents.ReportSheet;
import nl.meldcode.application.text.EntryWords.Line;
import nl.meldcode.domain.entry.Agreement;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** Whatever stands in a field or comes from the host, a page is built of the same elements. */
class HostileWordsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);
  private static final int FEWEST_PLACES = 9;
  private static final String CODE = "ABCD2345";

  @Test
  @Covers("S14")
  void noPaperGetsAnElementOrAnAttributeMore() {
    List<String> hostile = HostileText.markup("alert(1)");
    assertThat(hostile).hasSizeGreaterThan(600);
    List<List<String>> harmless = pages(() -> "woord");

    for (int first = 0; first < hostile.size(); first += FEWEST_PLACES) {
      assertThat(pages(from(hostile, first))).as("from %d on", first).isEqualTo(harmless);
    }
  }

  /** One after the other, from there on. */
  private static Supplier<String> from(List<String> hostile, int first) {
    AtomicInteger next = new AtomicInteger(first);
    // A line end is the one sign that parts an element.
    return () -> hostile.get(next.getAndIncrement() % hostile.size()).replace("\n", " ");
  }

  /** The elements of every paper that holds such words wherever words can stand. */
  private static List<List<String>> pages(Supplier<String> words) {
    return List.of(
        elements(ReportPage.of(report(words), "")),
        elements(ReactionPage.of(reaction(words), "")),
        elements(ListingPage.of(listing(words), "")));
  }

  private static ReportSheet report(Supplier<String> words) {
    return new ReportSheet(
        words.get(),
        words.get(),
        DAY,
        words.get(),
        List.of(words.get(), words.get()),
        words.get(),
        words.get(),
        List.of(new Agreement(words.get(), words.get(), DAY)),
        1,
        CODE,
        words.get(),
        DAY,
        true);
  }

  private static ReactionSheet reaction(Supplier<String> words) {
    return new ReactionSheet(
        words.get(),
        words.get(),
        DAY,
        1,
        CODE,
        "0f".repeat(32),
        words.get(),
        words.get(),
        words.get(),
        words.get(),
        words.get(),
        words.get(),
        words.get(),
        true);
  }

  private static ListingSheet listing(Supplier<String> words) {
    Line line = new Line("field", words.get(), List.of(words.get(), words.get()));
    Item item = new Item(words.get(), words.get(), List.of(line));
    return new ListingSheet(
        words.get(),
        words.get(),
        CODE,
        List.of(line),
        List.of(new Chapter(words.get(), List.of(item)), new Chapter(words.get(), List.of())));
  }

  private static List<String> elements(Document page) {
    List<String> all = new ArrayList<>();
    NodeList nodes = page.getElementsByTagName("*");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      NamedNodeMap attributes = element.getAttributes();
      StringBuilder name = new StringBuilder(element.getTagName());
      for (int j = 0; j < attributes.getLength(); j++) {
        name.append(' ').append(attributes.item(j).getNodeName());
      }
      all.add(name.toString());
    }
    return all;
  }
}
