package nl.meldcode.adapter.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Tampered;

/**
 * One line: {@code number school hash sealed}.
 *
 * @param hash SHA-256 in hexadecimal over previous hash, number, school and SHA-256 of {@code
 *     sealed}
 * @param sealed the event, in base64url
 */
record LogLine(long number, SchoolId school, String hash, String sealed) {
  static final String NO_HASH = "0".repeat(64);

  /** The line after {@code previous} with that sealed event. */
  static LogLine after(LogLine previous, SchoolId school, byte[] sealed) {
    long number = previous.number() + 1;
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    return new LogLine(number, school, hash(clear(previous, number, school), text), text);
  }

  /** The place before the first line. */
  static LogLine beginning() {
    return new LogLine(0, new SchoolId("node"), NO_HASH, "");
  }

  /** What is authenticated with an event: its place in the chain and its school. */
  static byte[] clear(LogLine previous, long number, SchoolId school) {
    byte[] name = school.value().getBytes(UTF_8);
    return ByteBuffer.allocate(32 + 8 + name.length)
        .put(HexFormat.of().parseHex(previous.hash()))
        .putLong(number)
        .put(name)
        .array();
  }

  /**
   * Reads a line without its end.
   *
   * @throws Tampered when it has another form
   */
  static LogLine of(String text) {
    String[] parts = text.split(" ", -1);
    try {
      if (parts.length == 4 && parts[2].length() == NO_HASH.length()) {
        SchoolId school = new SchoolId(URLDecoder.decode(parts[1], UTF_8));
        LogLine line = new LogLine(Long.parseLong(parts[0]), school, parts[2], parts[3]);
        if (line.text().equals(text + "\n")) {
          return line;
        }
      }
    } catch (IllegalArgumentException e) {
      throw new Tampered("access log");
    }
    throw new Tampered("access log");
  }

  /** Whether it is the line that was written after {@code previous}. */
  boolean follows(LogLine previous) {
    return number == previous.number() + 1
        && hash.equals(hash(clear(previous, number, school), sealed));
  }

  byte[] bytes() {
    return Base64.getUrlDecoder().decode(sealed);
  }

  /** The line with its end. */
  String text() {
    return number
        + " "
        + URLEncoder.encode(school.value(), UTF_8)
        + " "
        + hash
        + " "
        + sealed
        + "\n";
  }

  private static String hash(byte[] clear, String sealed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] content = digest.digest(sealed.getBytes(US_ASCII));
      digest.update(clear);
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
