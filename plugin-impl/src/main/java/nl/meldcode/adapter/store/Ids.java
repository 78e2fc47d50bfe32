package nl.meldcode.adapter.store;

import java.nio.ByteBuffer;
import java.util.UUID;

/** UUIDs as 16 bytes, most significant first. */
final class Ids {
  private Ids() {}

  static final int LENGTH = 16;

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
