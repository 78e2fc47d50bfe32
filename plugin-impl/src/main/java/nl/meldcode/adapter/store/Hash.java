package nl.meldcode.adapter.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** 32 bytes that stand for something: a SHA-256 or an HMAC-SHA-256. */
final class Hash {
  static final Hash NONE = new Hash(new byte[32]);
  private final byte[] bytes;

  Hash(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("not 32 bytes");
    }
    this.bytes = bytes;
  }

  /** SHA-256 over the parts, one after the other. */
  static Hash of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new Hash(digest.digest());
  }

  /** A new SHA-256. */
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What it says of all that was put in so far, in hexadecimal; it goes on from there. */
  static String soFar(MessageDigest digest) {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of every JDK can be cloned", e);
    }
  }

  static Hash ofHex(String hex) {
    return new Hash(HexFormat.of().parseHex(hex));
  }

  /** The bytes themselves, to be read only. */
  byte[] bytes() {
    return bytes;
  }

  String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
