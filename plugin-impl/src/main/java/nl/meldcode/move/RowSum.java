package nl.meldcode.move;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Number of rows, and a sum of the SHA-256 of each: the same for the same rows in whatever order,
 * since databases sort text differently.
 */
final class RowSum {
  private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(256);
  private final MessageDigest digest;
  private BigInteger sum = BigInteger.ZERO;
  private long rows;

  RowSum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void add(String table, @Nullable Object[] row) {
    put(table.getBytes(UTF_8));
    for (Object value : row) {
      if (value == null) {
        digest.update((byte) 0);
      } else if (value instanceof byte[] bytes) {
        put(bytes);
      } else {
        put(String.valueOf(value).getBytes(UTF_8));
      }
    }
    sum = sum.add(new BigInteger(1, digest.digest())).mod(WRAP);
    rows++;
  }

  private void put(byte[] bytes) {
    digest.update((byte) 1);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  /** Adds another table's. */
  void add(RowSum other) {
    sum = sum.add(other.sum).mod(WRAP);
    rows += other.rows;
  }

  long rows() {
    return rows;
  }

  /** 64 hexadecimal digits. */
  String hex() {
    return "%064x".formatted(sum);
  }
}
