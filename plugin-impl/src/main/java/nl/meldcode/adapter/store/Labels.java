package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Clear parts of what is sealed besides entries: each part with its length before it. */
final class Labels {
  private Labels() {}

  /** One form for a purpose and its key, so that nothing can be moved to another place. */
  static byte[] clear(String purpose, byte[]... parts) {
    byte[] name = purpose.getBytes(UTF_8);
    int size = 4 + name.length + Arrays.stream(parts).mapToInt(part -> 4 + part.length).sum();
    ByteBuffer buffer = ByteBuffer.allocate(size).putInt(name.length).put(name);
    for (byte[] part : parts) {
      buffer.putInt(part.length).put(part);
    }
    return buffer.array();
  }

  static byte[] text(String value) {
    return value.getBytes(UTF_8);
  }

  static byte[] number(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }
}
