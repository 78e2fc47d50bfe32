package nl.meldcode.adapter.oneroster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.application.port.HostUnavailable;

/**
 * The pages of one collection, read to the end or not at all: a part is never taken for the whole.
 * The next page is always asked by offset, after the rows that came, so a limit that was lowered in
 * silence does no harm; the Link header only tells whether there is more, and is never followed.
 */
final class Pages {
  static final int LIMIT = 500;
  private static final int MOST = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern NEXT = Pattern.compile("rel=\"?next\\b", Pattern.CASE_INSENSITIVE);

  private final String name;
  private final Clock clock;
  private final Instant begin;
  private final Map<String, JsonNode> rows = new LinkedHashMap<>();
  private int offset;
  private int count;
  private boolean more = true;

  Pages(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
    this.begin = clock.instant();
  }

  boolean hasNext() {
    return more;
  }

  int offset() {
    return offset;
  }

  /** The rows by sourcedId, the last one where a page gave it again. */
  Map<String, JsonNode> rows() {
    return rows;
  }

  /**
   * Takes the page at the offset.
   *
   * @throws HostUnavailable when it is no page, or there is no end to them
   */
  void add(Reply reply) {
    JsonNode items = reply.tree().path(name);
    if (!items.isArray()) {
      throw new HostUnavailable(name + ": no " + name + " in the answer");
    }
    int known = rows.size();
    items.forEach(this::add);
    offset += items.size();
    count++;
    more = isMore(reply, items.size(), rows.size() > known);
    if (more && (count == MOST || clock.instant().isAfter(begin.plus(PATIENCE)))) {
      throw new HostUnavailable(name + ": a collection without end");
    }
  }

  private void add(JsonNode item) {
    String id = item.path("sourcedId").asText("");
    if (!id.isBlank()) {
      rows.put(id, item);
    }
  }

  private boolean isMore(Reply reply, int size, boolean gaveNew) {
    long total = total(reply);
    if (size == 0 && offset >= total) {
      return false;
    }
    if (!gaveNew) {
      throw new HostUnavailable(name + ": the pages end before the collection does");
    }
    boolean promised =
        offset < total
            || reply.headers().allValues("Link").stream()
                .anyMatch(link -> NEXT.matcher(link).find());
    return promised || !isEnd(reply, total, size);
  }

  /** Whether the server says that this was all; one that says nothing is asked once more. */
  private static boolean isEnd(Reply reply, long total, int size) {
    return total >= 0 || reply.headers().firstValue("Link").isPresent() || size > LIMIT;
  }

  /** Minus one when the server does not say. */
  private static long total(Reply reply) {
    String text = reply.headers().firstValue("X-Total-Count").orElse("").strip();
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
  }
}
