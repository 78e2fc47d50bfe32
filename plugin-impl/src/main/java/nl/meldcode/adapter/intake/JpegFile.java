package nl.meldcode.adapter.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The parts of a JPEG (ITU-T T.81) that hold the picture. Read before anything is unpacked; what a
 * decoder gets is made of these parts, without profiles, thumbnails, comments, or what lies behind.
 */
final class JpegFile {
  /** What a progressive photo has at most; each costs a walk over the whole picture. */
  private static final int MOST_SCANS = 40;

  /** All of a progressive photo is in memory while it is unpacked, drawn small or not. */
  private static final int MOST_PROGRESSIVE = 16_000_000;

  private static final int PROGRESSIVE = 0xC2;
  private static final int BYTES_PER_PIXEL = 3;
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int ADOBE = 0xEE;
  private static final int JFIF = 0xE0;
  private static final int EXIF = 0xE1;
  private static final byte[] PLAIN_JFIF = {
    (byte) 0xFF, (byte) JFIF, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };
  private final byte[] in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int scans;
  private int width;
  private int height;
  private int orientation = 1;

  private JpegFile(byte[] in) {
    this.in = in;
  }

  static boolean isOne(byte[] bytes) {
    return bytes.length > 3
        && unsigned(bytes, 0) == 0xFF
        && unsigned(bytes, 1) == START
        && unsigned(bytes, 2) == 0xFF;
  }

  static JpegFile of(byte[] bytes) throws UnfitFile {
    JpegFile file = new JpegFile(bytes);
    file.walk();
    return file;
  }

  Photo photo() throws UnfitFile {
    return new Photo(
        "jpeg", out.toByteArray(), new Photo.Size(width, height), BYTES_PER_PIXEL, orientation);
  }

  private void walk() throws UnfitFile {
    out.write(in, 0, 2);
    int at = 2;
    int marker = marker(at);
    while (marker != END) {
      if (marker == 0xFF) {
        at++;
      } else {
        int end = at + 2 + twoBytes(at + 2);
        if (end > in.length) {
          throw new UnfitFile(UnfitFile.UNREADABLE);
        }
        at = marker == SCAN ? scan(at, end) : segment(marker, at, end);
      }
      marker = marker(at);
    }
    out.write(in, at, 2);
    if (scans == 0) {
      throw new UnfitFile(UnfitFile.UNREADABLE);
    }
  }

  private int marker(int at) throws UnfitFile {
    if (at + 1 >= in.length || unsigned(in, at) != 0xFF) {
      throw new UnfitFile(UnfitFile.UNREADABLE);
    }
    return unsigned(in, at + 1);
  }

  /** Copies what is needed to draw, and gives where the next one begins. */
  private int segment(int marker, int at, int end) throws UnfitFile {
    switch (marker) {
      case 0xC0, 0xC1, PROGRESSIVE -> {
        frame(at);
        if (marker == PROGRESSIVE && (long) width * height > MOST_PROGRESSIVE) {
          throw new UnfitFile(UnfitFile.TOO_LARGE);
        }
        out.write(in, at, end - at);
      }
      case 0xC4, 0xDB, 0xDD -> out.write(in, at, end - at);
      case JFIF -> {
        if (begins(at + 4, "JFIF")) {
          out.write(PLAIN_JFIF, 0, PLAIN_JFIF.length);
        }
      }
      case ADOBE -> {
        if (begins(at + 4, "Adobe")) {
          out.write(in, at, end - at);
        }
      }
      case EXIF -> {
        if (begins(at + 4, "Exif")) {
          orientation = orientation(ByteBuffer.wrap(in, at + 10, Math.max(0, end - at - 10)));
        }
      }
      default -> {
        boolean draws = marker < 0xE0 && marker != 0xFE;
        if (draws) {
          throw new UnfitFile(UnfitFile.UNREADABLE);
        }
      }
    }
    return end;
  }

  private void frame(int at) throws UnfitFile {
    if (width != 0) {
      throw new UnfitFile(UnfitFile.UNREADABLE);
    }
    height = twoBytes(at + 5);
    width = twoBytes(at + 7);
  }

  /** A scan goes on until a marker that is no restart and no escaped byte. */
  private int scan(int at, int end) throws UnfitFile {
    if (++scans > MOST_SCANS) {
      throw new UnfitFile(UnfitFile.TOO_LARGE);
    }
    int next = end;
    while (next + 1 < in.length && (unsigned(in, next) != 0xFF || isData(unsigned(in, next + 1)))) {
      next++;
    }
    out.write(in, at, next - at);
    return next;
  }

  private static boolean isData(int marker) {
    return marker == 0 || (marker >= 0xD0 && marker <= 0xD7);
  }

  private boolean begins(int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= in.length || in[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int twoBytes(int at) throws UnfitFile {
    if (at + 1 >= in.length) {
      throw new UnfitFile(UnfitFile.UNREADABLE);
    }
    return unsigned(in, at) << 8 | unsigned(in, at + 1);
  }

  private static int unsigned(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  /** How the camera was held (Exif 2.32, tag 0x0112); upright when that is not well said. */
  private static int orientation(ByteBuffer exif) {
    ByteBuffer tiff = exif.slice();
    if (tiff.remaining() < 8) {
      return 1;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 1;
    }
    int tags = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < tags; i++) {
      int at = directory + 2 + i * 12;
      if (at + 12 > tiff.limit()) {
        return 1;
      }
      if (tiff.getShort(at) == 0x0112) {
        int said = tiff.getShort(at + 8) & 0xFFFF;
        return said >= 1 && said <= 8 ? said : 1;
      }
    }
    return 1;
  }
}
