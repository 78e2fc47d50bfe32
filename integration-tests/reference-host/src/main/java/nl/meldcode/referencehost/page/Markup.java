package nl.meldcode.referencehost.page;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of HTML. Every value that goes into one is escaped, unless it is markup itself. */
record Markup(String html) {
  static final Markup NOTHING = new Markup("");

  /** Puts the values where the template says {@code {}}, in order. */
  static Markup of(String template, Object... values) {
    StringBuilder html = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int at = template.indexOf("{}", from);
      html.append(template, from, at).append(escaped(value));
      from = at + 2;
    }
    return new Markup(html.append(template.substring(from)).toString());
  }

  /** All pieces, one after the other. */
  static Markup join(Stream<Markup> pieces) {
    return new Markup(pieces.map(Markup::html).collect(Collectors.joining()));
  }

  private static String escaped(Object value) {
    if (value instanceof Markup markup) {
      return markup.html();
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(Markup::escaped).collect(Collectors.joining());
    }
    return value
        .toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
