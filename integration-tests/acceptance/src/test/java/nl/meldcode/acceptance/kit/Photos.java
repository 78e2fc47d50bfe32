package nl.meldcode.acceptance.kit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Photos of a sheet of paper. */
public final class Photos {
  private Photos() {}

  /** A white sheet with a dark stroke, as JPEG or PNG. */
  public static byte[] sheet(String format) {
    BufferedImage image = new BufferedImage(600, 850, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(Color.BLUE);
    pen.fillRect(100, 700, 400, 20);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** How many points wide a picture is. */
  public static int width(byte[] picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture)).getWidth();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
