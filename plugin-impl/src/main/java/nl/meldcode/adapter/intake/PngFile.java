package nl.meldcode.adapter.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The chunks of a PNG (ISO/IEC 15948) that hold the picture. Read before anything is unpacked; what
 * a decoder gets is made of these, without texts, profiles, or what lies behind the end.
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final Set<String> DRAWN = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  /** Length and type before the data, a check sum behind it. */
  private static final int AROUND = 12;

  private static final int HEADER = 13;
  private final byte[] in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Photo.Size size = new Photo.Size(0, 0);
  private int bytesPerPixel;

  private PngFile(byte[] in) {
    this.in = in;
  }

  static boolean isOne(byte[] bytes) {
    return bytes.length > SIGNATURE.length
        && ByteBuffer.wrap(bytes, 0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE));
  }

  static PngFile of(byte[] bytes) throws UnfitFile {
    PngFile file = new PngFile(bytes);
    file.walk();
    return file;
  }

  Photo photo() throws UnfitFile {
    return new Photo("png", out.toByteArray(), size, bytesPerPixel, 1);
  }

  private void walk() throws UnfitFile {
    out.write(in, 0, SIGNATURE.length);
    int at = SIGNATURE.length;
    String type = "";
    while (!type.equals("IEND")) {
      if (in.length - at < AROUND) {
        throw new UnfitFile(UnfitFile.UNREADABLE);
      }
      int length = ByteBuffer.wrap(in).getInt(at);
      if (length < 0 || length > in.length - at - AROUND) {
        throw new UnfitFile(UnfitFile.UNREADABLE);
      }
      boolean first = type.isEmpty();
      type = new String(in, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (first != type.equals("IHDR")) {
        throw new UnfitFile(UnfitFile.UNREADABLE);
      }
      if (first) {
        header(at + 8, length);
      }
      if (DRAWN.contains(type)) {
        out.write(in, at, length + AROUND);
      }
      at += length + AROUND;
    }
  }

  private void header(int at, int length) throws UnfitFile {
    if (length != HEADER) {
      throw new UnfitFile(UnfitFile.UNREADABLE);
    }
    ByteBuffer header = ByteBuffer.wrap(in, at, HEADER).slice();
    size = new Photo.Size(header.getInt(0), header.getInt(4));
    int samples =
        switch (header.get(9)) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    // What says which colour is transparent takes one more.
    bytesPerPixel = (samples + 1) * (header.get(8) > 8 ? 2 : 1);
  }
}
