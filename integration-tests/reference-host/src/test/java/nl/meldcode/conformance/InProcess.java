package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.referencehost.Exchange;
import nl.meldcode.referencehost.connect.Plugin;

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
  private final Plugin plugin;

  InProcess(Path folder) {
    plugin = new Plugin(folder);
  }

  /** What the kit looks at: this host, reached by that way. */
  Host host(Transport way, Identity identity) {
    return new Host(
        new Client(way, identity), new Host.Options(Optional.empty(), Optional.empty(), true));
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
