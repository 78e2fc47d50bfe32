package nl.meldcode.adapter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Three keys for three purposes, derived from the one key of a school. */
final class SchoolKeys {
  private final SecretKey sealing;
  private final SecretKey wrapping;
  private final Mac lookup;

  SchoolKeys(byte[] key) {
    sealing = Sealing.aes(derived(key, "seal"));
    wrapping = Sealing.aes(derived(key, "wrap"));
    lookup = Sealing.hmac(derived(key, "lookup"));
  }

  SecretKey sealing() {
    return sealing;
  }

  SecretKey wrapping() {
    return wrapping;
  }

  byte[] lookup(byte[] value) {
    try {
      return ((Mac) lookup.clone()).doFinal(value);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's own HMAC can be cloned", e);
    }
  }

  private static byte[] derived(byte[] key, String purpose) {
    return Sealing.hmac(key).doFinal(("meldcode-1-" + purpose).getBytes(US_ASCII));
  }
}
