package nl.meldcode.referencehost.model;

import org.jspecify.annotations.Nullable;

/** How a name is written. */
final class Names {
  private Names() {}

  static String full(String givenName, @Nullable String prefix, String familyName) {
    return prefix == null
        ? givenName + " " + familyName
        : givenName + " " + prefix + " " + familyName;
  }
}
