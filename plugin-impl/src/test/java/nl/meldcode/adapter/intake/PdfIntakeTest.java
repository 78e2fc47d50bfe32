package nl.meldcode.adapter.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.application.port.FileCheck.Checked;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PDF is kept as it is, when it shows pages and does nothing. */
@Timeout(20)
class PdfIntakeTest {
  private static final String ACTS = "file.pdf.acts";
  private final FileIntake intake = new FileIntake();

  @Test
  @Covers("S21")
  void whatScannersAndTelephonesMakeIsKeptToTheByte() throws IOException {
    kept(MadePdf.catalog(""));
    kept(MadePdf.catalog("/OpenAction [3 0 R /Fit]"));
    kept(MadePdf.with("", "", "/Info 5 0 R", "<< /Producer (Scanner) /Title (a%%EOF) >>"));
    kept(scan(true));
    kept(scan(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
        "/OpenAction << /S /Java#53cript /J#53 (app.alert(1)) >>",
        "/OpenAction << /S /Launch /F (cmd.exe) >>",
        "/OpenAction << /S /GoToR /F (other.pdf) /D [0 /Fit] >>",
        "/OpenAction << /S /SubmitForm /F (https://example.org) >>",
        "/OpenAction << /S /URI /URI (https://example.org) >>",
        "/OpenAction << /S /Thread /F (other.pdf) >>",
        "/OpenAction << /S /URI /URI (x) /Next [<< /S /ImportData /F (x) >>] >>",
        "/AA << /WC << /S /JavaScript /JS (x) >> >>",
        "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>",
        "/Names << /EmbeddedFiles << /Names [] >> >>",
        "/AcroForm << /Fields [] /XFA [] >>",
        "/AcroForm << /Fields [<< /FT /Tx /A << /S /JavaScript /JS (x) >> >>] >>"
      })
  @Covers("S21")
  void aCatalogThatActsIsRefused(String more) {
    assertThat(code(MadePdf.catalog(more))).isEqualTo(ACTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Annots [<< /Subtype /FileAttachment /FS << /F (x) >> >>]",
        "/Annots [<< /Subtype /RichMedia >>]",
        "/Annots [<< /Subtype /Screen /A << /S /Rendition >> >>]",
        "/Annots [<< /Subtype /Link /A << /S /GoToE /D [0 /Fit] >> >>]",
        "/Annots [<< /Subtype /Widget /AA << /K << /S /JavaScript /JS (x) >> >> >>]",
        "/AA << /O << /S /JavaScript /JS (x) >> >>",
        "/Resources << /Properties << /a << /Type /Filespec /EF << /F 4 0 R >> >> >> >>"
      })
  @Covers("S21")
  void aPageThatActsIsRefused(String more) {
    assertThat(code(MadePdf.page(more))).isEqualTo(ACTS);
  }

  @Test
  @Covers("S21")
  void whatNoPageNamesIsLookedAtToo() {
    assertThat(code(MadePdf.with("", "", "", "<< /S /Launch /Win << /F (cmd.exe) >> >>")))
        .isEqualTo(ACTS);
    assertThat(code(MadePdf.with("", "", "", "<< /A [[[<< /B << /JS 4 0 R >> >>]]] >>")))
        .isEqualTo(ACTS);
    byte[] outside = MadePdf.stream("/F (file:///etc/passwd)", "x");
    assertThat(code(MadePdf.with("", "", "", new String(outside, ISO_8859_1)))).isEqualTo(ACTS);
  }

  @Test
  @Covers("S21")
  void aScriptWithinPackedObjectsIsFound() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
      document.save(out);
    }
    assertThat(out.toString(ISO_8859_1)).doesNotContain("JavaScript", "app.alert");

    assertThat(code(out.toByteArray())).isEqualTo(ACTS);
  }

  @Test
  @Covers("S21")
  void aPasswordIsSaidToBeTheReason() {
    String encryption =
        "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%1$s> /U <%1$s> >>";
    assertThat(code(MadePdf.with("", "", encryption.formatted("00".repeat(32)))))
        .isEqualTo("file.pdf.encrypted");
  }

  @Test
  @Covers("S21")
  void whatUnpacksToMoreThanAnyPageIsRefusedBeforeItIs() throws IOException {
    List<byte[]> objects = objects();
    objects.add(MadePdf.bomb("", "0", 17 << 20));
    assertThat(code(MadePdf.of("", objects))).isEqualTo(UnfitFile.TOO_LARGE);

    List<byte[]> several = objects();
    byte[] one = MadePdf.bomb("", "0", 15 << 20);
    IntStream.range(0, 5).forEach(i -> several.add(one));
    assertThat(code(MadePdf.of("", several))).isEqualTo(UnfitFile.TOO_LARGE);

    List<byte[]> wide = objects();
    wide.add(MadePdf.bomb("/DecodeParms << /Predictor 12 /Columns 2000000000 >>", "0", 1024));
    assertThat(code(MadePdf.of("", wide))).isEqualTo(UnfitFile.TOO_LARGE);

    List<byte[]> nested = objects();
    nested.add(MadePdf.bytes("[]".repeat(500_000)));
    assertThat(code(MadePdf.of("", nested))).isEqualTo(UnfitFile.TOO_LARGE);
  }

  @Test
  @Covers("S21")
  void aTableOfObjectsWithoutEndIsRefused() throws IOException {
    for (byte[] table :
        List.of(
            MadePdf.bomb("/Type /XRef /W [0 0 0] /Index [0 2147483647] /Root 1 0 R", "0", 1024),
            MadePdf.bomb("/Type /XRef /W [1 2 1] /Index [0 2147483647] /Root 1 0 R", "1", 2 << 20),
            MadePdf.stream(
                "/Type /XRef /W [1 2 1] /Index [0 2147483647] /Root 1 0 R", "1".repeat(2 << 20)))) {
      String head = "%PDF-1.7\n1 0 obj\n";
      String pdf =
          head
              + new String(table, ISO_8859_1)
              + "\nendobj\nstartxref\n"
              + head.indexOf("1 0")
              + "\n%%EOF\n";
      assertThat(code(MadePdf.bytes(pdf))).isIn(UnfitFile.UNREADABLE, UnfitFile.TOO_LARGE);
    }
  }

  @Test
  @Covers("S21")
  void whatIsSomethingElseBesidesOrIsNotWholeIsRefused() {
    byte[] whole = MadePdf.catalog("");
    String text = new String(whole, ISO_8859_1);
    assertThat(code(MadePdf.bytes(text + "PK\u0003\u0004 archive"))).isEqualTo("file.type");
    assertThat(code(MadePdf.bytes(text.replace("q Q", "PK\u0005\u0006")))).isEqualTo("file.type");
    assertThat(code(MadePdf.bytes("<html>" + text))).isEqualTo("file.type");
    assertThat(code(MadePdf.bytes("%PDF-1.7\n%%EOF"))).isEqualTo(UnfitFile.UNREADABLE);
    assertThat(code(MadePdf.bytes(text.replace("/Pages 2 0 R", "")))).isNotEmpty();
    assertThat(code(MadePdf.bytes(text.replace("/Count 1", "/Count 0")))).isNotEmpty();
    for (int length = 6; length < whole.length - 10; length += 20) {
      assertThat(code(MadePdf.bytes(text.substring(0, length)))).as("%d", length).isNotEmpty();
      String holed = text.substring(0, length) + "%" + text.substring(length + 1);
      intake.check(MadePdf.bytes(holed));
    }
    String deep = "<< /A ".repeat(20_000) + "1" + " >>".repeat(20_000);
    assertThat(code(MadePdf.with("", "", "", deep))).isNotEmpty();
  }

  private static List<byte[]> objects() {
    List<byte[]> all = new ArrayList<>();
    all.add(MadePdf.bytes("<< /Type /Catalog /Pages 2 0 R >>"));
    all.add(MadePdf.bytes("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
    all.add(MadePdf.bytes("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"));
    return all;
  }

  /**
   * A picture of a sheet on a page, the objects packed or not, with a place to open at as scanners
   * put in.
   */
  private static byte[] scan(boolean packed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDImageXObject picture = JPEGFactory.createFromImage(document, Pictures.quarters());
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(picture, 0, 0);
      }
      document.getDocumentCatalog().setOpenAction(new PDActionGoTo());
      if (packed) {
        document.save(out);
      } else {
        document.save(out, CompressParameters.NO_COMPRESSION);
      }
    }
    return out.toByteArray();
  }

  private void kept(byte[] pdf) {
    assertThat(intake.check(pdf))
        .isInstanceOfSatisfying(
            Checked.Fit.class,
            fit -> {
              assertThat(fit.file().mediaType()).isEqualTo("application/pdf");
              assertThat(fit.file().bytes()).isEqualTo(pdf);
            });
  }

  private String code(byte[] file) {
    return intake.check(file) instanceof Checked.Unfit unfit ? unfit.code() : "";
  }
}
