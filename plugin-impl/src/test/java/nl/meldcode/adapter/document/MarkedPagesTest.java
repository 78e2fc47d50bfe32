package nl.meldcode.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.application.port.Documents;
import nl.meldcode.application.port.Documents.Chapter;
import nl.meldcode.application.port.Documents.Item;
import nl.meldcode.application.port.Documents.ListingSheet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.core.VeraPDFException;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A paper of a practice lies on a table one day: each of its sheets says what it is. */
class MarkedPagesTest {
  private final Documents real = new PdfDocuments();
  private final Documents practice = real.toPractise();

  private static List<byte[]> papers(Documents documents) {
    String tale = "Wij hebben verteld wat wij op school zien en wat ons daarbij opvalt. ";
    List<Item> items =
        IntStream.rangeClosed(1, 60)
            .mapToObj(at -> new Item("Signaal " + at, "Vastgelegd door Anja", List.of()))
            .toList();
    return List.of(
        documents.report(PdfDocumentsTest.report(tale.repeat(150))),
        documents.reaction(PdfDocumentsTest.reaction(tale.repeat(90))),
        documents.listing(
            new ListingSheet(
                "Logboek", "School", "738E BB19", List.of(), List.of(new Chapter("x", items)))));
  }

  @Test
  @Covers("P8")
  void everyPageOfEveryPaperOfAPracticeSaysSo() throws IOException {
    for (byte[] paper : papers(practice)) {
      List<String> pages = pages(paper);
      assertThat(pages).hasSizeGreaterThan(1).allSatisfy(it -> assertThat(it).contains("OEFENING"));
    }
  }

  @Test
  @Covers("P8")
  void noPageOfARealOneSaysSo() throws IOException {
    for (byte[] paper : papers(real)) {
      assertThat(pages(paper)).noneMatch(page -> page.contains("OEFENING"));
    }
  }

  @Test
  @Covers({"P8", "S3.3"})
  void aMarkedPaperIsPdfA2bAndCanBeReadAloud() throws VeraPDFException {
    byte[] report = practice.report(PdfDocumentsTest.report("Wij spraken."));
    assertThat(PdfDocumentsTest.faults(report)).isEmpty();
    assertThat(PdfDocumentsTest.faults(report, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  private static List<String> pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return IntStream.rangeClosed(1, document.getNumberOfPages())
          .mapToObj(page -> text(document, page))
          .toList();
    }
  }

  private static String text(PDDocument document, int page) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(document);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
