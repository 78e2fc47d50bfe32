package nl.meldcode.adapter.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.w3c.dom.Document;

/**
 * Turns pages into PDF/A-2b (ISO 19005-2): fonts embedded, sRGB as output intent, tagged for
 * reading aloud. Nothing is fetched from anywhere. Safe for use by several threads.
 */
final class Press {
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private final byte[] regular = Resources.bytes("/document/OpenSans-Regular.ttf");
  private final byte[] bold = Resources.bytes("/document/OpenSans-SemiBold.ttf");
  private final byte[] wide = Resources.bytes("/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf");
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  /** The renderer's own log is off: what it warns of can quote what people wrote. */
  Press() {
    XRLog.setLoggingEnabled(false);
  }

  byte[] print(Document page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .usePdfAConformance(PdfAConformance.PDFA_2_B)
            .usePdfUaAccessibility(true)
            .useColorProfile(colours)
            .useFont(font(regular), "Text", REGULAR, FontStyle.NORMAL, true)
            .useFont(font(bold), "Text", BOLD, FontStyle.NORMAL, true)
            .useFont(font(wide), "Wide", REGULAR, FontStyle.NORMAL, true)
            .useReplacementText("\u25A1")
            .useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:image/png;"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
            .withW3cDocument(page, "")
            .toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static FSSupplier<InputStream> font(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }
}
