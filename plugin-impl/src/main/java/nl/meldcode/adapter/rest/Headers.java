package nl.meldcode.adapter.rest;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in headers and addresses; null for anything that has not the right form. */
final class Headers {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private static final Pattern STRONG_TAG = Pattern.compile("\"(\\d{1,18})\"");

  private Headers() {}

  static @Nullable UUID uuid(@Nullable String text) {
    return text != null && UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
  }

  /** The version in a strong entity tag (RFC 9110, 8.8.3). */
  static @Nullable Long version(@Nullable String tag) {
    Matcher matcher = STRONG_TAG.matcher(tag == null ? "" : tag.strip());
    return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
  }
}
