package nl.meldcode.referencehost.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes and checks passwords (PBKDF2-HMAC-SHA-512). */
public final class Passwords {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();
  // Passwords here are drawn at random, 60 bits: more rounds would only slow the first start.
  private static final int ITERATIONS = 5_000;
  private static final int BITS = 256;

  private Passwords() {}

  /** Twelve random characters that are easy to type over. */
  public static String random() {
    String letters =
        RANDOM
            .ints(12, 0, LETTERS.length())
            .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
            .collect(Collectors.joining());
    return letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8);
  }

  /** What may be stored of a password. */
  public static String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    byte[] derived = derive(password, salt, ITERATIONS);
    return ITERATIONS + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(derived);
  }

  /** Whether this is the password of which the hash was stored. */
  public static boolean matches(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    Base64.Decoder decoder = Base64.getDecoder();
    byte[] derived = derive(password, decoder.decode(parts[1]), Integer.parseInt(parts[0]));
    return MessageDigest.isEqual(decoder.decode(parts[2]), derived);
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PBKDF2 is missing from this JVM", e);
    }
  }
}
