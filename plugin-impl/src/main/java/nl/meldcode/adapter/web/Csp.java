package nl.meldcode.adapter.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Content Security Policies (R1). Safe for use by several threads. */
final class Csp {
  /** For what is not a page: nothing runs, nobody frames it. */
  static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private static final int NONCE_BYTES = 18;

  private final SecureRandom random = new SecureRandom();
  private final String ancestors;

  Csp(List<String> frameOrigins) {
    ancestors = frameOrigins.isEmpty() ? "'none'" : String.join(" ", frameOrigins);
  }

  /** Something that nobody can guess, for one answer. */
  String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  /** For a tab page: our own files, and the one import map that carries the nonce. */
  String page(String nonce) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' 'nonce-" + nonce + "'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
        "frame-ancestors " + ancestors,
        "require-trusted-types-for 'script'",
        "trusted-types lit-html");
  }

  /** For a page without scripts. */
  String plain() {
    return "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
        + " frame-ancestors "
        + ancestors;
  }
}
