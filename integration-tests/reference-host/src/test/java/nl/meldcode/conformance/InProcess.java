package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.meldcode.conformance.LaunchDesk.Launched;
import nl.meldcode.referencehost.Exchange;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.connect.Plugin;
import nl.meldcode.referencehost.launch.HostKeys;
import nl.meldcode.referencehost.launch.LaunchTokens;
import nl.meldcode.referencehost.launch.LaunchTokens.Destination;
import nl.meldcode.referencehost.launch.LaunchTokens.Launch;
import nl.meldcode.referencehost.model.Staff;

/** The reference host without a network, as the kit sees it. */
final class InProcess implements Transport, AutoCloseable {
  private static final List<String> HEADERS =
      List.of(
          "API-Version",
          "Cache-Control",
          "Content-Type",
          "ETag",
          "Link",
          "Location",
          "WWW-Authenticate",
          "X-Content-Type-Options",
          "Access-Control-Allow-Origin");
  private static final String LAUNCH_URI = "http://127.0.0.1:8280/meldcode/launch";
  private final Path folder;
  private final Plugin plugin;

  InProcess(Path folder) {
    this.folder = folder;
    plugin = new Plugin(folder);
  }

  /** What the kit looks at: this host, reached by that way, with a launch of it. */
  Host host(Transport way, Identity identity, UnaryOperator<Launched> change) {
    return new Host(
        new Client(way, identity),
        new Host.Options(
            Optional.empty(), Optional.empty(), true, Optional.of(change.apply(launched()))));
  }

  /** Anja opens Lotte's tab. */
  private Launched launched() {
    LaunchTokens tokens =
        new LaunchTokens(plugin.settings, plugin.roster, HostKeys.in(folder), plugin.clock);
    Staff anja = plugin.roster.staff(Ids.of("staff", "anja")).orElseThrow();
    Launch launch =
        new Launch(
            anja,
            plugin.clock.instant(),
            "overview",
            Optional.of(Ids.of("pupil", "lotte")),
            Destination.IFRAME);
    String token = tokens.mint(launch, URI.create(LAUNCH_URI));
    return new Launched("POST", plugin.settings.hostOrigin().toString(), token, LAUNCH_URI);
  }

  /** The launch with other claims, signed by the host all the same. */
  UnaryOperator<Launched> with(String type, UnaryOperator<JWTClaimsSet.Builder> change) {
    return launched -> {
      try {
        JWTClaimsSet claims = SignedJWT.parse(launched.token()).getJWTClaimsSet();
        JWTClaimsSet changed = change.apply(new JWTClaimsSet.Builder(claims)).build();
        String token = HostKeys.in(folder).sign(type, changed);
        return new Launched(launched.method(), launched.origin(), token, launched.uri());
      } catch (ParseException e) {
        throw new AssertionError(e);
      }
    };
  }

  Identity identity() {
    URI base = plugin.settings.connectBase();
    String tokens = plugin.settings.tokenUri().toString();
    return new Identity(base, plugin.settings.clientId(), plugin.key, tokens, plugin.clock);
  }

  @Override
  public Answer send(Ask ask) {
    String base = plugin.settings.connectBase().toString();
    String whole = ask.address().startsWith("/") ? base + ask.address() : ask.address();
    URI uri = URI.create(whole);
    Exchange request = Exchange.of(ask.method(), uri.getPath().substring("/connect".length()));
    ask.headers().forEach(request::header);
    form(Optional.ofNullable(uri.getRawQuery()).orElse("")).forEach(request::parameter);
    if (ask.headers().getOrDefault("Content-Type", "").contains("form-urlencoded")) {
      form(new String(ask.body(), UTF_8)).forEach(request::parameter);
    } else if (ask.body().length > 0) {
      request.body(ask.headers().getOrDefault("Content-Type", ""), ask.body());
    }
    Exchange answered = plugin.send(request);
    Map<String, String> headers = new HashMap<>();
    HEADERS.forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), answered.header(name)));
    headers.values().removeIf(String::isEmpty);
    return new Answer(ask, answered.status(), headers, answered.bytes());
  }

  private static Map<String, String> form(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split("&", -1)) {
      String[] parts = field.split("=", 2);
      if (parts.length == 2) {
        fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
      }
    }
    return fields;
  }

  @Override
  public void close() {
    plugin.close();
  }
}
