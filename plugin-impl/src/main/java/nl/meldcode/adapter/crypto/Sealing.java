package nl.meldcode.adapter.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.meldcode.application.port.Tampered;

/**
 * AES-256-GCM with a random nonce: a byte with the version of the form, 12 bytes nonce, ciphertext
 * and tag. Version and clear part are authenticated.
 */
final class Sealing {
  static final int KEY_BYTES = 32;
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int START = 1 + NONCE_BYTES;
  private final SecureRandom random = new SecureRandom();

  /** Looking a cipher up among the providers costs as much as sealing an entry. */
  private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(Sealing::newCipher);

  byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  byte[] seal(SecretKey key, byte[] clear, byte[] content) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, clear);
      byte[] sealed = new byte[START + cipher.getOutputSize(content.length)];
      sealed[0] = VERSION;
      System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
      cipher.doFinal(content, 0, content.length, sealed, START);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  byte[] open(SecretKey key, byte[] clear, byte[] sealed) {
    if (sealed.length < START + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw new Tampered("sealed content");
    }
    try {
      byte[] nonce = Arrays.copyOfRange(sealed, 1, START);
      return cipher(Cipher.DECRYPT_MODE, key, nonce, clear)
          .doFinal(sealed, START, sealed.length - START);
    } catch (AEADBadTagException e) {
      throw new Tampered("sealed content");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /** A keyed hash, to be cloned for each use. */
  static Mac hmac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  static SecretKey aes(byte[] key) {
    return new SecretKeySpec(key, "AES");
  }

  private static Cipher newCipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] clear)
      throws GeneralSecurityException {
    Cipher cipher = ciphers.get();
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {VERSION});
    cipher.updateAAD(clear);
    return cipher;
  }

  /** Whether it was sealed with that key. */
  boolean opens(SecretKey key, byte[] clear, byte[] sealed) {
    try {
      open(key, clear, sealed);
      return true;
    } catch (Tampered e) {
      return false;
    }
  }
}
