package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.application.port.HostUnavailable;

/**
 * One collection, read to its end or not at all: a part is never taken for the whole. Pages hang
 * together by Link. A host that gives none says nothing of the end, so one page that is full, or as
 * long as a limit lowered in silence may be, is asked about once more (Host Connect 5). For one
 * reading.
 */
final class Pages {
  private static final int MOST_PAGES = 100;
  private static final int ROUND = 10;
  private static final Pattern LIMIT = Pattern.compile("([?&]limit=)(\\d+)");
  private static final List<String> COUNTS =
      List.of("total", "totalCount", "totalElements", "count");

  private final HostClient host;
  private final Group group;
  private final String path;
  private final List<JsonNode> rows = new ArrayList<>();
  private final Set<URI> seen = new HashSet<>();

  /** Takes where the collection is; asks nothing yet. */
  Pages(HostClient host, Group group, String path) {
    this.host = host;
    this.group = group;
    this.path = path;
  }

  /** All rows. Throws HostUnavailable, also when there is no telling whether it is all. */
  List<JsonNode> read() {
    Reply reply = add(own(path));
    boolean linked = !reply.headers().allValues("Link").isEmpty();
    while (reply.next().isPresent()) {
      reply = add(host.below(reply.next().get()));
    }
    if (!linked && mayBePart(reply)) {
      readByOffset();
    }
    return rows;
  }

  private URI own(String with) {
    return host.request(with).build().uri();
  }

  private Reply add(URI uri) {
    Reply reply = page(uri);
    rows.addAll(items(reply));
    return reply;
  }

  private Reply page(URI uri) {
    if (!seen.add(uri) || seen.size() > MOST_PAGES) {
      throw new HostUnavailable(group + ": a collection without end");
    }
    return host.page(group, uri);
  }

  private List<JsonNode> items(Reply reply) {
    JsonNode body = reply.tree();
    JsonNode items = body.isArray() ? body : body.path("items");
    List<JsonNode> all = new ArrayList<>();
    items.forEach(all::add);
    if (!items.isArray() || all.stream().anyMatch(JsonNode::isNull)) {
      throw new HostUnavailable(group + ": no items");
    }
    return all;
  }

  /** Whether the host has more than it gave, without saying where. */
  private boolean mayBePart(Reply only) {
    if (COUNTS.stream().anyMatch(name -> only.tree().path(name).asInt() > rows.size())) {
      return true;
    }
    Matcher limit = LIMIT.matcher(path);
    int count = rows.size();
    boolean suspect = count >= ROUND && count % ROUND == 0 && limit.find();
    return suspect
        && count <= Integer.parseInt(limit.group(2))
        && givesLess(limit.replaceFirst("$1" + (count - 1)), count);
  }

  /** A host that keeps to the contract gives one row less with a Link to it. */
  private boolean givesLess(String shorter, int count) {
    Reply reply = page(own(shorter));
    return reply.headers().allValues("Link").isEmpty() && items(reply).size() < count;
  }

  /** As some hosts do it; one that gives the same again has other ways that we do not know. */
  private void readByOffset() {
    Set<JsonNode> known = new LinkedHashSet<>(rows);
    int read;
    do {
      read = rows.size();
      add(own(path + (path.contains("?") ? "&" : "?") + "offset=" + read));
      if (rows.subList(read, rows.size()).stream().anyMatch(row -> !known.add(row))) {
        throw new HostUnavailable(group + ": a page that may not be the last");
      }
    } while (rows.size() > read);
  }
}
