package nl.meldcode.adapter.intake;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import nl.meldcode.application.port.FileCheck;
import nl.meldcode.application.port.TypedBytes;

/**
 * Takes photos and PDFs. A photo is drawn anew, so that nothing of its file is left but what can be
 * seen; a PDF is kept as it is when it holds nothing that acts. Safe for use by several threads;
 * one file at a time is unpacked, so that memory does not depend on how many people send one.
 */
public final class FileIntake implements FileCheck {
  private final Semaphore unpacking = new Semaphore(1, true);

  @Override
  public Checked check(byte[] sent) {
    unpacking.acquireUninterruptibly();
    try {
      return checked(sent);
    } catch (UnfitFile e) {
      return new Checked.Unfit(e.code());
    } finally {
      unpacking.release();
    }
  }

  /** Decoders that are fed with hostile bytes fail in many ways; none of them is our defect. */
  @SuppressWarnings("IllegalCatch")
  private static Checked checked(byte[] sent) throws UnfitFile {
    try {
      if (JpegFile.isOne(sent)) {
        return photo(JpegFile.of(sent).photo());
      }
      if (PngFile.isOne(sent)) {
        return photo(PngFile.of(sent).photo());
      }
      if (PdfFile.isOne(sent)) {
        PdfFile.check(sent);
        return new Checked.Fit(new TypedBytes("application/pdf", sent));
      }
    } catch (UnfitFile e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new UnfitFile(UnfitFile.UNREADABLE);
    }
    throw new UnfitFile("file.type");
  }

  private static Checked photo(Photo photo) throws IOException {
    return new Checked.Fit(new TypedBytes("image/jpeg", photo.drawn()));
  }
}
