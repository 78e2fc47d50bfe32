package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Talks to the host as the plugin does, and remembers each answer. For one thread. */
final class Client {
  private static final Duration EARLY = Duration.ofSeconds(15);
  private static final int MOST_PAGES = 2_000;
  private static final int MOST_IN_BODY = 1 << 20;
  private final Transport transport;
  private final Identity identity;
  private final List<Answer> answers = new ArrayList<>();
  private String token = "";
  private Instant renew = Instant.MAX;

  Client(Transport transport, Identity identity) {
    this.transport = transport;
    this.identity = identity;
  }

  Identity identity() {
    return identity;
  }

  /** All answers so far, of Host Connect itself: what the token endpoint said is not among them. */
  List<Answer> answers() {
    return List.copyOf(answers);
  }

  /** Whether the host lets the kit in; asked once, and again shortly before the token ends. */
  boolean isIn() {
    Instant now = identity.clock().instant();
    if (token.isEmpty() || !now.isBefore(renew)) {
      try {
        JsonNode given = askToken(identity.assertion(), "").json();
        token = given.path("access_token").asText("-");
        int seconds = given.path("expires_in").asInt();
        renew = seconds > 0 ? now.plusSeconds(seconds).minus(EARLY) : Instant.MAX;
      } catch (IOException e) {
        token = "-";
      }
    }
    return token.length() > 1;
  }

  /** Asks with the plugin's usual token. */
  Answer send(Ask ask) throws IOException {
    isIn();
    return bare(ask.with("Authorization", "Bearer " + token));
  }

  Answer get(String address) throws IOException {
    return send(Ask.get(address));
  }

  /** Asks with no other token than the request itself brings. */
  Answer bare(Ask ask) throws IOException {
    Answer answer = transport.send(ask);
    Ask light = ask.body().length > MOST_IN_BODY ? Ask.of(ask.method(), ask.address()) : ask;
    Answer kept = new Answer(light, answer.status(), answer.headers(), answer.body());
    answers.add(kept);
    return kept;
  }

  /** Asks something beside Host Connect itself, which its contract does not describe. */
  Answer outside(Ask ask) throws IOException {
    return transport.send(ask);
  }

  /** What the token endpoint answers; the usual scopes when {@code scope} is empty. */
  Answer askToken(String assertion, String scope) throws IOException {
    Map<String, String> fields =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion",
            assertion,
            "scope",
            scope);
    String form =
        fields.entrySet().stream()
            .filter(field -> !field.getValue().isEmpty())
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return transport.send(
        Ask.of("POST", identity.tokenUri())
            .body("application/x-www-form-urlencoded", form.getBytes(UTF_8)));
  }

  /**
   * The pages of a list, as far as they can be had: a page that was there before, or that lists
   * nothing new, ends it, and so does an address elsewhere, because a token is shown to nobody
   * else.
   */
  List<Answer> pages(String address) throws IOException {
    List<Answer> pages = new ArrayList<>();
    Set<String> been = new HashSet<>();
    Set<JsonNode> listed = new HashSet<>();
    Optional<String> next = Optional.of(address);
    while (next.isPresent() && been.add(next.get()) && pages.size() < MOST_PAGES) {
      Answer page = get(next.get());
      pages.add(page);
      next = listed.addAll(page.items()) ? next(page) : Optional.empty();
    }
    return pages;
  }

  /** The address of the next page below the base; empty when there is none, or it is elsewhere. */
  Optional<String> next(Answer page) {
    String base = identity.base().toString();
    return page.next()
        .map(link -> URI.create(base + page.ask().address()).resolve(link).toString())
        .filter(address -> address.startsWith(base + "/"))
        .map(address -> address.substring(base.length()));
  }
}
