package nl.meldcode.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.application.port.Documents.Chapter;
import nl.meldcode.application.port.Documents.Item;
import nl.meldcode.application.port.Documents.ListingSheet;
import nl.meldcode.application.port.Documents.ReactionSheet;
import nl.meldcode.application.port.Documents.ReportSheet;
import nl.meldcode.application.text.EntryWords.Line;
import nl.meldcode.domain.entry.Agreement;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PdfDocumentsTest {
  private static final LocalDate TALK = LocalDate.of(2026, 2, 16);
  private static final String TEXT =
      """
      We hebben verteld wat wij op school zien. Op 2 en 9 februari had Lotte geen lunch bij zich. \
      Op 4 februari viel zij om 9.15 uur in de klas in slaap.

      Moeder vertelt dat zij in januari haar baan is kwijtgeraakt en slecht slaapt. Vader werkt in \
      nachtdienst. Hij ziet geen probleem en vindt dat school het groter maakt dan het is.

      Ouders vinden het allebei belangrijk dat Lotte uitgerust naar school komt.""";

  private final PdfDocuments documents = new PdfDocuments();

  @Test
  @Covers({"S1.6", "S5.11"})
  void aListingIsPdfA2bAndSaysEverythingInOrder() throws Exception {
    List<Item> items =
        IntStream.rangeClosed(1, 40)
            .mapToObj(at -> new Item("Signaal nummer " + at, "Vastgelegd door Anja", lines(at)))
            .toList();
    byte[] pdf =
        documents.listing(
            new ListingSheet(
                "Logboek signalen",
                "De Vlieger",
                "738E BB19",
                List.of(new Line("", "Leerling", List.of("Lotte Hendriks"))),
                List.of(new Chapter("Signalen", items), new Chapter("Vragen", List.of()))));

    assertThat(faults(pdf)).isEmpty();
    assertThat(textOf(pdf))
        .contains("Leerling Lotte Hendriks", "738E BB19", "Hierover is niets vastgelegd.")
        .containsSubsequence(
            IntStream.rangeClosed(1, 40).mapToObj(at -> "feit " + at + ".").toList());
  }

  private static List<Line> lines(int at) {
    return List.of(
        new Line("facts", "Wat zag of hoorde je?", List.of("feit " + at + ".")),
        new Line("place", "Waar?", List.of("klas")));
  }

  @Test
  @Covers("S3.3")
  void aReportIsPdfA2b() throws VeraPDFException {
    assertThat(faults(documents.report(report(TEXT)))).isEmpty();
  }

  @Test
  void aReactionIsPdfA2b() throws VeraPDFException {
    assertThat(faults(documents.reaction(reaction("Dat klopt niet.")))).isEmpty();
  }

  /** A parent may have the report read aloud. */
  @Test
  void bothCanBeReadAloud() throws VeraPDFException {
    assertThat(faults(documents.report(report(TEXT)), PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(faults(documents.reaction(reaction("Ja.")), PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @Test
  void whatIsJoinedIsStillPdfA2b() throws VeraPDFException {
    byte[] joined =
        documents.joined(
            List.of(documents.report(report(TEXT)), documents.reaction(reaction("Ja."))));
    assertThat(faults(joined)).isEmpty();
  }

  @Test
  @Covers("S3.3")
  void aReportSaysAllThatWasRecorded() throws IOException {
    assertThat(textOf(documents.report(report(TEXT))))
        .contains("De Springplank", "Lotte Hendriks", "maandag 16 februari 2026", "op school")
        .contains("Ilse van Dam (moeder), Anja Post (leerkracht)")
        .contains("Moeder vertelt dat zij in januari")
        .contains("Moeder herkent dat Lotte moe is.")
        .contains("Lotte kan elke dag om 8.15 uur", "Anja Post", "18 februari 2026", "geen datum");
  }

  @Test
  @Covers("S3.9")
  void thePaperSaysThatSeenIsNotConsent() throws IOException {
    assertThat(textOf(documents.report(report(TEXT))))
        .contains("Gezien betekent niet dat u het ermee eens bent");
  }

  @Test
  @Covers({"S3.8", "S3.9"})
  void aReactionNamesItsVersionAndKeepsTheGuardiansWords() throws IOException {
    String view = "Er staat dat Lotte “vaak” zonder lunch komt.\n\nDat <b>klopt</b> niet & nooit.";
    assertThat(textOf(documents.reaction(reaction(view))))
        .contains("Gezien. Dit is geen akkoord.", "Jeroen Hendriks, vader", "versie 1")
        .contains("7F3A 91C2", "Nora Kuiper", "0123abcd")
        .contains("Er staat dat Lotte “vaak” zonder lunch komt.")
        .contains("Dat <b>klopt</b> niet & nooit.");
  }

  @Test
  void everyPageCarriesVersionCodeAndNumber() throws IOException {
    String tale = "Een alinea met genoeg woorden om een regel of drie te vullen, en nog wat.\n\n";
    try (PDDocument pdf = Loader.loadPDF(documents.report(report(tale.repeat(80))))) {
      int pages = pdf.getNumberOfPages();
      assertThat(pages).isGreaterThan(2);
      for (int page = 1; page <= pages; page++) {
        assertThat(textOf(pdf, page))
            .contains("Versie 1", "Code 7F3A 91C2", "Vertrouwelijk")
            .contains("Pagina " + page + " van " + pages);
      }
    }
  }

  @Test
  void aCameraReadsTheCodeOnThePaper() throws IOException, ReaderException {
    try (PDDocument pdf = Loader.loadPDF(documents.report(report(TEXT)))) {
      BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
      int[] dots =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      BinaryBitmap bitmap =
          new BinaryBitmap(
              new HybridBinarizer(
                  new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots)));
      assertThat(new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)))
          .extracting(Result::getText)
          .isEqualTo("7F3A91C2");
    }
  }

  @Test
  void propertiesHoldNoNameAndNoTellingWord() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(documents.report(report(TEXT)))) {
      String info = pdf.getDocumentInformation().getCOSObject().toString();
      byte[] xmp = pdf.getDocumentCatalog().getMetadata().toByteArray();
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Gespreksverslag 16 februari 2026");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("nl-NL");
      assertThat(info + new String(xmp, StandardCharsets.UTF_8))
          .doesNotContainIgnoringCase("meldcode")
          .doesNotContain("Lotte", "Post", "Springplank");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hij lachte \uD83D\uDE00 en zwaaide \uD83D\uDC4B\uD83C\uDFFD",
        "Żółć, Şahin, Đặng, Ğül, Ελληνικά, Русский",
        "مرحبا بكم",
        "你好世界",
        "half \uD83D paar, nul \u0000, bel \u0007, omgekeerd \u202Ecba",
        "<script>alert(1)</script><img src='http://127.0.0.1/x'/> &amp; ]]> -->",
        "\u200B\uFEFF\uFE0F\u00AD",
        "=SUM(A1) \\ ${x} %s #"
      })
  void noTextBreaksTheDocument(String text) throws VeraPDFException {
    assertThat(faults(documents.report(report(text)))).isEmpty();
  }

  @Test
  void aWordWithoutEndStaysOnThePage() throws IOException {
    assertThat(textOf(documents.report(report("x".repeat(4000)))).chars().filter(c -> c == 'x'))
        .hasSizeGreaterThanOrEqualTo(4000);
  }

  @Test
  void markupIsTextAndNothingElse() throws IOException {
    assertThat(textOf(documents.report(report("Zij zei: <h1>niets</h1> &amp; ging."))))
        .contains("Zij zei: <h1>niets</h1> &amp; ging.");
  }

  @Test
  void joiningKeepsEveryPageInOrder() throws IOException {
    byte[] report = documents.report(report(TEXT));
    byte[] reaction = documents.reaction(reaction("Ja."));
    try (PDDocument first = Loader.loadPDF(report);
        PDDocument second = Loader.loadPDF(reaction);
        PDDocument joined = Loader.loadPDF(documents.joined(List.of(report, reaction)))) {
      List<String> pages = new ArrayList<>();
      IntStream.rangeClosed(1, first.getNumberOfPages()).forEach(p -> pages.add(textOf(first, p)));
      IntStream.rangeClosed(1, second.getNumberOfPages())
          .forEach(p -> pages.add(textOf(second, p)));
      assertThat(
              IntStream.rangeClosed(1, joined.getNumberOfPages()).mapToObj(p -> textOf(joined, p)))
          .containsExactlyElementsOf(pages);
    }
  }

  @Test
  void oneDocumentIsJoinedToItsVeryBytes() {
    byte[] one = documents.reaction(reaction("Ja."));
    assertThat(documents.joined(List.of(one))).isEqualTo(one);
    assertThatThrownBy(() -> documents.joined(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Covers({"S3.7", "A.12.12"})
  void aPupilOf16SignsAndSaysWhetherTheParentsMayRead() throws Exception {
    byte[] pdf = documents.report(report(TEXT, true));

    assertThat(faults(pdf)).isEmpty();
    assertThat(textOf(pdf))
        .containsSubsequence(
            "Voor de leerling", "Mogen je ouders dit verslag lezen", "Voor de ouders", "Ja heeft");
    assertThat(textOf(documents.report(report(TEXT, false))))
        .doesNotContain("Voor de leerling", "Mogen je ouders", "Ja heeft");
  }

  static ReportSheet report(String text) {
    return report(text, false);
  }

  private static ReportSheet report(String text, boolean pupilSigns) {
    return new ReportSheet(
        "Basisschool De Springplank",
        "Lotte Hendriks",
        TALK,
        "op school",
        List.of("Ilse van Dam (moeder)", "Anja Post (leerkracht)"),
        text,
        "Moeder herkent dat Lotte moe is. Vader herkent dit niet.",
        List.of(
            new Agreement(
                "Lotte kan elke dag om 8.15 uur op school ontbijten.",
                "Anja Post",
                LocalDate.of(2026, 2, 18)),
            new Agreement("Moeder belt het wijkteam.", "Ilse van Dam", null)),
        1,
        "7F3A 91C2",
        "Anja Post",
        TALK,
        pupilSigns);
  }

  static ReactionSheet reaction(String view) {
    return new ReactionSheet(
        "Basisschool De Springplank",
        "Lotte Hendriks",
        TALK,
        1,
        "7F3A 91C2",
        "0123abcd".repeat(8),
        "Jeroen Hendriks",
        "vader",
        "Gezien. Dit is geen akkoord.",
        "19 februari 2026 om 15.10 uur, op het scherm",
        view,
        null,
        "Nora Kuiper",
        null);
  }

  static List<String> faults(byte[] pdf) throws VeraPDFException {
    return faults(pdf, PDFAFlavour.PDFA_2_B);
  }

  static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws VeraPDFException {
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
          .map(each -> each.getRuleId().getClause() + " " + each.getMessage())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static String textOf(PDDocument document, int page) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(document).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
