package nl.meldcode.adapter.oneroster;

import static nl.meldcode.adapter.http.FormBody.encoded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldcode.adapter.http.FormBody;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.adapter.http.TokenCalls;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads collections of one OneRoster 1.2 server, in the plugin's own name. */
final class OneRosterClient {
  private static final Logger LOG = LoggerFactory.getLogger(OneRosterClient.class);
  private static final String SCOPES = "https://purl.imsglobal.org/spec/or/v1p2/scope/";
  private static final String SCOPE =
      String.join(
          " ",
          SCOPES + "roster-core.readonly",
          SCOPES + "roster.readonly",
          SCOPES + "roster-demographics.readonly");
  private static final Set<String> GONE = Set.of("tobedeleted", "inactive");
  private static final Set<String> NO = Set.of("forbidden", "not-found", "gone");

  private final OneRosterSettings settings;
  private final TokenCalls calls;
  private final Clock clock;

  /** Collections of which the server takes neither a choice of fields nor an order. */
  private final Set<String> plain = ConcurrentHashMap.newKeySet();

  OneRosterClient(OneRosterSettings settings, HostHttp http, Clock clock) {
    this.settings = settings;
    this.calls = new TokenCalls(http, this::tokenRequest, clock);
    this.clock = clock;
  }

  /**
   * Everything in a collection.
   *
   * @throws HostUnavailable when it cannot be read to the end
   * @throws HostRefused when the server says that it is not for us
   */
  <T> List<Row<T>> all(Feed<T> feed) {
    List<Row<T>> rows = rows(feed, pages(feed, ""));
    if (!rows.isEmpty() && rows.stream().allMatch(Row::isUnreadable)) {
      throw new HostUnavailable(feed.name() + ": not the shape of " + feed.name());
    }
    return rows;
  }

  /**
   * What changed since then; empty when the server cannot tell.
   *
   * @throws HostUnavailable when the server is not there
   * @throws HostRefused when the server says that it is not for us
   */
  <T> Optional<List<Row<T>>> changedSince(Feed<T> feed, Instant since) {
    try {
      return Optional.of(rows(feed, pages(feed, "dateLastModified>'" + since + "'")));
    } catch (FilterRefused e) {
      return Optional.empty();
    }
  }

  /** The server does not take the filter, or its pages make no sense with it. */
  private static final class FilterRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Map<String, JsonNode> pages(Feed<?> feed, String filter) {
    Pages pages = new Pages(feed.name(), clock);
    while (pages.hasNext()) {
      Reply reply = page(feed, filter, pages.offset());
      try {
        pages.add(reply);
      } catch (HostUnavailable e) {
        throw filter.isEmpty() ? e : new FilterRefused();
      }
    }
    return pages.rows();
  }

  private Reply page(Feed<?> feed, String filter, int offset) {
    String query = "?limit=" + Pages.LIMIT + "&offset=" + offset;
    String filtered = query + (filter.isEmpty() ? "" : "&filter=" + encoded(filter));
    String chosen =
        filtered + "&sort=sourcedId&orderBy=asc&fields=sourcedId,status," + feed.fields();
    boolean isPlain = plain.contains(feed.name());
    Reply reply = get(feed, isPlain ? filtered : chosen);
    if (isNotUnderstood(reply) && !isPlain) {
      reply = get(feed, filtered);
      if (reply.isSuccess()) {
        plain.add(feed.name());
      }
    }
    if (isNotUnderstood(reply) && !filter.isEmpty()) {
      throw new FilterRefused();
    }
    return orNo(feed, reply);
  }

  private Reply get(Feed<?> feed, String query) {
    URI uri = URI.create(settings.baseUri() + "/" + feed.name() + query);
    return calls.send(
        Group.ROSTER, HttpRequest.newBuilder(uri).header("Accept", "application/json").GET());
  }

  private static boolean isNotUnderstood(Reply reply) {
    return reply.status() == 400 || reply.status() == 422;
  }

  /** Only a no about us is a no; any other error is trouble that may pass. */
  private static Reply orNo(Feed<?> feed, Reply reply) {
    try {
      return reply.orRefused();
    } catch (HostRefused e) {
      if (NO.contains(e.code())) {
        throw e;
      }
      throw new HostUnavailable(feed.name() + ": status " + reply.status());
    }
  }

  private static <T> List<Row<T>> rows(Feed<T> feed, Map<String, JsonNode> nodes) {
    List<Row<T>> rows = new ArrayList<>();
    nodes.forEach((id, node) -> rows.add(row(feed, id, node)));
    long unreadable = rows.stream().filter(Row::isUnreadable).count();
    if (unreadable > 0) {
      LOG.warn("OneRoster: {} rows of {} cannot be read", unreadable, feed.name());
    }
    return rows;
  }

  private static <T> Row<T> row(Feed<T> feed, String id, JsonNode node) {
    if (GONE.contains(node.path("status").asText("").toLowerCase(Locale.ROOT))) {
      return Row.gone(id);
    }
    @Nullable T value;
    try {
      value = Reply.JSON.treeToValue(node, feed.type());
    } catch (JsonProcessingException e) {
      // Only counted: what is wrong with it may quote a child.
      return Row.unreadable(id);
    }
    return feed.wanted().test(id, value) ? Row.of(id, value) : Row.gone(id);
  }

  /** Client credentials in the header, as the security framework of OneRoster asks. */
  private HttpRequest tokenRequest() {
    String pair = encoded(settings.clientId()) + ":" + encoded(secret());
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return new FormBody(Map.of("grant_type", "client_credentials", "scope", SCOPE))
        .to(settings.tokenUri())
        .header("Authorization", "Basic " + basic)
        .build();
  }

  /** Read each time, so that it can be renewed without a restart. */
  private String secret() {
    try {
      return Files.readString(settings.secretFile()).strip();
    } catch (IOException e) {
      throw new HostUnavailable("TOKEN: the file with the secret cannot be read");
    }
  }
}
