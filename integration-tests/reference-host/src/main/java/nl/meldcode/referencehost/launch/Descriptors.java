package nl.meldcode.referencehost.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import nl.meldcode.referencehost.store.Json;

/**
 * The plugin's descriptor as it is now, at most two seconds old. A plugin that does not answer has
 * no tabs.
 */
public final class Descriptors implements PluginLink {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final URI pluginBase;
  private final LongSupplier nanos;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();
  private long staleAt;
  private Optional<Descriptor> current = Optional.empty();

  /** {@code nanos} runs on even where the time of day is set, as {@link System#nanoTime} does. */
  public Descriptors(URI pluginBase, LongSupplier nanos) {
    this.pluginBase = pluginBase;
    this.nanos = nanos;
    this.staleAt = nanos.getAsLong();
  }

  @Override
  public synchronized Optional<Descriptor> current() {
    if (nanos.getAsLong() - staleAt >= 0) {
      current = fetch();
      staleAt = nanos.getAsLong() + FRESH.toNanos();
    }
    return current;
  }

  /** The token goes to the plugin with the browser; the plugin's own page says when it refuses. */
  @Override
  public Opening open(Descriptor plugin, String token) {
    return new Opening.Form(plugin.launchUri(), Map.of("launch_token", token));
  }

  private Optional<Descriptor> fetch() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(pluginBase + "/descriptor"))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .build();
    try {
      HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
      return reply.statusCode() == 200
          ? Descriptor.from(Json.MAPPER.readTree(reply.body()), pluginBase)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
