package nl.meldcode.adapter.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.meldcode.application.port.Documents;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Documents by way of openhtmltopdf and PDFBox. Safe for use by several threads. */
public final class PdfDocuments implements Documents {
  private final Press press;

  /** What stands across the head of every page; empty for nothing. */
  private final String mark;

  public PdfDocuments() {
    this(new Press(), "");
  }

  private PdfDocuments(Press press, String mark) {
    this.press = press;
    this.mark = mark;
  }

  @Override
  public Documents toPractise() {
    return new PdfDocuments(press, "OEFENING");
  }

  @Override
  public byte[] report(ReportSheet sheet) {
    return press.print(ReportPage.of(sheet, mark));
  }

  @Override
  public byte[] reaction(ReactionSheet sheet) {
    return press.print(ReactionPage.of(sheet, mark));
  }

  @Override
  public byte[] listing(ListingSheet sheet) {
    return press.print(ListingPage.of(sheet, mark));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when there is nothing to join
   */
  @Override
  public byte[] joined(List<byte[]> documents) {
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("nothing to join");
    }
    if (documents.size() == 1) {
      return documents.get(0).clone();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PDFMergerUtility merger = new PDFMergerUtility();
    documents.forEach(each -> merger.addSource(new RandomAccessReadBuffer(each)));
    merger.setDestinationStream(out);
    try {
      merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
