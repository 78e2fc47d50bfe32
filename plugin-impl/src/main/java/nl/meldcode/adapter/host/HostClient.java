package nl.meldcode.adapter.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.adapter.http.TokenCalls;
import nl.meldcode.application.port.HostUnavailable;

/** Calls of Host Connect in the plugin's own name: one for roster and record together. */
public final class HostClient {
  private static final Pattern NEXT = Pattern.compile("<([^<>]+)>\\s*;[^,<]*rel=\"?next\"?");
  private static final int MOST_PAGES = 100;

  private final HostSettings host;
  private final TokenCalls calls;

  /** Takes the connection, the plugin's keys and the time; asks nothing yet. */
  public HostClient(HostSettings host, HostHttp http, PluginKeys keys, Clock clock) {
    this.host = host;
    this.calls =
        new TokenCalls(http, new ClientCredentials(host, keys, clock)::tokenRequest, clock);
  }

  /** A request for a path below the base of Host Connect. */
  HttpRequest.Builder request(String path) {
    return at(URI.create(host.baseUri() + path));
  }

  private static HttpRequest.Builder at(URI uri) {
    return HttpRequest.newBuilder(uri).header("Accept", "application/json");
  }

  /**
   * Sends it with a token, once more when the host no longer takes the token.
   *
   * @throws HostUnavailable also when the host takes no token of ours
   */
  Reply send(Group group, HttpRequest.Builder request) {
    return calls.send(group, request);
  }

  /** One thing of the roster. Throws HostUnavailable or HostRefused. */
  <T> T one(String path, Class<T> type) {
    return send(Group.ROSTER, request(path).GET()).orRefused().as(type);
  }

  /** All things of a collection, page after page. Throws HostUnavailable or HostRefused. */
  <T> List<T> all(Group group, String path, Class<T> type) {
    List<T> all = new ArrayList<>();
    Optional<HttpRequest.Builder> next = Optional.of(request(path));
    for (int page = 0; next.isPresent(); page++) {
      if (page == MOST_PAGES) {
        throw new HostUnavailable(group + ": a collection without end");
      }
      Reply reply = send(group, next.get().GET()).orRefused();
      addItems(all, reply.tree(), type);
      next = reply.headers().firstValue("Link").flatMap(this::nextPage);
    }
    return List.copyOf(all);
  }

  private static <T> void addItems(List<T> all, JsonNode body, Class<T> type) {
    JsonNode items = body.isArray() ? body : body.path("items");
    if (!items.isArray()) {
      throw new HostUnavailable("no items");
    }
    try {
      for (JsonNode item : items) {
        all.add(Reply.JSON.treeToValue(item, type));
      }
    } catch (JsonProcessingException e) {
      throw new HostUnavailable("not the shape of " + type.getSimpleName());
    }
  }

  /** The next page, at the host's own address only: the token goes along. */
  private Optional<HttpRequest.Builder> nextPage(String link) {
    Matcher matcher = NEXT.matcher(link);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      URI next = URI.create(host.baseUri() + "/").resolve(matcher.group(1));
      if (next.toString().startsWith(host.baseUri() + "/")) {
        return Optional.of(at(next));
      }
    } catch (IllegalArgumentException e) {
      throw new HostUnavailable("no address for the next page");
    }
    throw new HostUnavailable("the next page is elsewhere");
  }
}
