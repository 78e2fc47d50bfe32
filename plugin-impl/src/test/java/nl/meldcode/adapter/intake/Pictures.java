package nl.meldcode.adapter.intake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures with what cameras, and those who mean harm, put into their files. */
public final class Pictures {
  /** Stands where cameras write where they were. */
  public static final String PLACE = "GPS 52.0907 5.1214";

  private Pictures() {}

  /** Lying, with another colour in each quarter: red and green above, blue and white below. */
  static BufferedImage quarters() {
    return quarters(80, 40);
  }

  static BufferedImage quarters(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < colours.length; i++) {
      pen.setColor(colours[i]);
      pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
    }
    pen.dispose();
    return image;
  }

  /** A photo as a camera makes it, held so (Exif orientation), that says where it was. */
  public static byte[] photo(int orientation) {
    byte[] plain = written(quarters(), "jpeg");
    byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif =
        ByteBuffer.allocate(36 + place.length)
            .putShort((short) 0xFFE1)
            .putShort((short) (34 + place.length))
            .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0)
            .putInt(0)
            .put(place);
    return ByteBuffer.allocate(plain.length + exif.capacity())
        .put(plain, 0, 2)
        .put(exif.flip())
        .put(plain, 2, plain.length - 2)
        .array();
  }

  static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  static BufferedImage read(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError("not a picture", e);
    }
  }

  /** A PNG with another chunk behind its header. */
  static byte[] withChunk(byte[] png, String type, byte[] data) {
    int header = 8 + 25;
    byte[] chunk = chunk(type, data);
    return ByteBuffer.allocate(png.length + chunk.length)
        .put(png, 0, header)
        .put(chunk)
        .put(png, header, png.length - header)
        .array();
  }

  /** A PNG that says to be so large, and holds nearly nothing. */
  static byte[] hollow(int width, int height) {
    byte[] png = written(quarters(), "png");
    byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).array();
    header[8] = 8;
    header[9] = 2;
    return ByteBuffer.wrap(png).put(8, chunk("IHDR", header)).array();
  }

  /** A JPEG that says to be so large. */
  static byte[] hollowJpeg(int width, int height) {
    byte[] jpeg = written(quarters(), "jpeg");
    for (int at = 2;
        at < jpeg.length;
        at += 2 + (jpeg[at + 2] & 0xFF) * 256 + (jpeg[at + 3] & 0xFF)) {
      if ((jpeg[at + 1] & 0xFF) == 0xC0) {
        ByteBuffer.wrap(jpeg).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return jpeg;
      }
    }
    throw new AssertionError("no frame");
  }

  static byte[] chunk(String type, byte[] data) {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(StandardCharsets.US_ASCII));
    sum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(data)
        .putInt((int) sum.getValue())
        .array();
  }
}
