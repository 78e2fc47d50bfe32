package nl.meldcode.adapter.intake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture that was measured and is not unpacked yet; nothing of it ever stands in a file. */
final class Photo {
  /** The largest sensors of telephones, in pixels. */
  static final long MOST_PIXELS = 52_000_000;

  /** Neither side is longer than that of any camera or scanner. */
  static final int LONGEST_SENT = 20_000;

  /** A sheet of A4 in 220 dots per inch: small print and signatures stay readable. */
  static final int LONGEST_KEPT = 2_600;

  private static final long MOST_UNPACKED = 48L << 20;
  private static final float QUALITY = 0.85f;
  private final String format;
  private final byte[] bytes;
  private final Size size;
  private final int bytesPerPixel;
  private final int orientation;

  /** Width and height in pixels. */
  record Size(int width, int height) {
    long pixels() {
      return (long) width * height;
    }

    int longest() {
      return Math.max(width, height);
    }
  }

  /**
   * Takes its parts.
   *
   * @throws UnfitFile when it has more pixels than any camera
   */
  Photo(String format, byte[] bytes, Size size, int bytesPerPixel, int orientation)
      throws UnfitFile {
    if (size.width() < 1 || size.height() < 1) {
      throw new UnfitFile(UnfitFile.UNREADABLE);
    }
    if (size.longest() > LONGEST_SENT || size.pixels() > MOST_PIXELS) {
      throw new UnfitFile(UnfitFile.TOO_LARGE);
    }
    this.format = format;
    this.bytes = bytes;
    this.size = size;
    this.bytesPerPixel = bytesPerPixel;
    this.orientation = orientation;
  }

  /** Draws it upright on white and writes that as JPEG, which says nothing of where or when. */
  byte[] drawn() throws IOException {
    BufferedImage from = unpacked();
    int width = from.getWidth();
    int height = from.getHeight();
    double scale = Math.min(1.0, (double) LONGEST_KEPT / Math.max(width, height));
    boolean lies = orientation > 4;
    BufferedImage sheet =
        new BufferedImage(
            Math.max(1, (int) Math.round(scale * (lies ? height : width))),
            Math.max(1, (int) Math.round(scale * (lies ? width : height))),
            BufferedImage.TYPE_3BYTE_BGR);
    AffineTransform turn = AffineTransform.getScaleInstance(scale, scale);
    turn.concatenate(upright(width, height));
    Graphics2D pen = sheet.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.drawImage(from, turn, null);
    } finally {
      pen.dispose();
    }
    return written(sheet);
  }

  /** Fewer points than were sent where all of them would take too much memory. */
  private BufferedImage unpacked() throws IOException {
    int step = 1;
    while (size.pixels() / ((long) step * step) * bytesPerPixel > MOST_UNPACKED) {
      step++;
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) != size.width() || reader.getHeight(0) != size.height()) {
        throw new UnfitFile(UnfitFile.UNREADABLE);
      }
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } finally {
      reader.dispose();
    }
  }

  /** From how it lies in the file to how it was seen (Exif 2.32, orientation). */
  private AffineTransform upright(int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static byte[] written(BufferedImage sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(sheet, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
