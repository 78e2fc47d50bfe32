package nl.meldcode.adapter.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.adapter.http.TokenCalls;
import nl.meldcode.application.port.HostUnavailable;

/** Calls of Host Connect in the plugin's own name: one for roster and record together. */
public final class HostClient {
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
    try {
      for (JsonNode row : new Pages(this, group, path).read()) {
        all.add(Reply.JSON.treeToValue(row, type));
      }
    } catch (JsonProcessingException e) {
      throw new HostUnavailable("not the shape of " + type.getSimpleName());
    }
    return List.copyOf(all);
  }

  /** A page of a collection. Throws HostUnavailable or HostRefused. */
  Reply page(Group group, URI uri) {
    return send(group, at(uri).GET()).orRefused();
  }

  /**
   * An address below the base of Host Connect, and nowhere else: the token goes along.
   *
   * @throws HostUnavailable when it is another
   */
  URI below(String address) {
    try {
      URI uri = URI.create(host.baseUri() + "/").resolve(address).normalize();
      if (uri.toString().startsWith(host.baseUri() + "/")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new HostUnavailable("no address for the next page");
    }
    throw new HostUnavailable("the next page is elsewhere");
  }
}
