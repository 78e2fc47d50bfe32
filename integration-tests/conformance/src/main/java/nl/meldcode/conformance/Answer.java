package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a host answered. Header names are in lower case. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(Ask ask, int status, Map<String, String> headers, byte[] body) {
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?");

  /** The header's value, empty when it is not there. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  String text() {
    return new String(body, UTF_8);
  }

  /** The body as a tree; the missing node when it is no JSON. */
  JsonNode json() {
    return Json.read(body);
  }

  /** What the body lists. */
  List<JsonNode> items() {
    List<JsonNode> items = new ArrayList<>();
    json().path("items").forEach(items::add);
    return items;
  }

  /** Where the next page is (RFC 8288). */
  Optional<String> next() {
    Matcher link = NEXT.matcher(header("Link"));
    return link.find() ? Optional.of(link.group(1)) : Optional.empty();
  }

  boolean isOk() {
    return status >= 200 && status < 300;
  }

  @Override
  public String toString() {
    return ask + " " + status;
  }
}
