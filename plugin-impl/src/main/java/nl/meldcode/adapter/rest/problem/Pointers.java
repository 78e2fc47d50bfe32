package nl.meldcode.adapter.rest.problem;

/** The escapes of RFC 6901. */
final class Pointers {

  private Pointers() {}

  static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }
}
