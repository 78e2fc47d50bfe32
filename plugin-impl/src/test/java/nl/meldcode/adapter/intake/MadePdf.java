package nl.meldcode.adapter.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PDFs with a plain table of objects, of which a test says what is in them. */
final class MadePdf {
  private static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
  private static final String PAGE =
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R %s >>";

  private MadePdf() {}

  /** One empty page, with more in its catalog. */
  static byte[] catalog(String more) {
    return with(more, "", "");
  }

  /** One empty page, with more in that. */
  static byte[] page(String more) {
    return with("", more, "");
  }

  /** One empty page, with more in the trailer, and objects from number 5 on. */
  static byte[] with(String catalog, String page, String trailer, String... objects) {
    List<byte[]> all = new ArrayList<>();
    all.add(bytes("<< /Type /Catalog /Pages 2 0 R " + catalog + " >>"));
    all.add(bytes(PAGES));
    all.add(bytes(PAGE.formatted(page)));
    all.add(stream("", "q Q"));
    for (String object : objects) {
      all.add(bytes(object));
    }
    return of(trailer, all);
  }

  /** Those objects, numbered from 1. */
  static byte[] of(String trailer, List<byte[]> objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("%PDF-1.7\n"));
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(out.size()));
      out.writeBytes(bytes((i + 1) + " 0 obj\n"));
      out.writeBytes(objects.get(i));
      out.writeBytes(bytes("\nendobj\n"));
    }
    int start = out.size();
    int size = objects.size() + 1;
    out.writeBytes(
        bytes(
            "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(size, table, size, trailer, start)));
    return out.toByteArray();
  }

  static byte[] stream(String more, String content) {
    return bytes(
        "<< /Length %d %s >>\nstream\n%s\nendstream".formatted(content.length(), more, content));
  }

  /** A stream of so many times the same, packed. */
  static byte[] bomb(String more, String same, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] block = bytes(same.repeat(1024));
      for (int i = 0; i < times / 1024; i++) {
        out.write(block);
      }
    }
    return stream("/Filter /FlateDecode " + more, packed.toString(ISO_8859_1));
  }

  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
