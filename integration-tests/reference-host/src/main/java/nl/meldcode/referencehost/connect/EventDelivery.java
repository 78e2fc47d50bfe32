package nl.meldcode.referencehost.connect;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.launch.HostKeys;
import nl.meldcode.referencehost.store.Events;
import nl.meldcode.referencehost.store.Events.Told;
import nl.meldcode.referencehost.store.Sessions;

/**
 * Sends each event to the plugin, signed, in their order; one that is not taken is sent again until
 * it is (Host Connect 6.5). What was told before this host started is in the feed.
 */
public final class EventDelivery implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final long LONGEST_PAUSE_MS = 30_000;

  private final Settings settings;
  private final HostKeys keys;
  private final Events events;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore news = new Semaphore(0);
  private final Thread thread = new Thread(this::work, "host-events");
  private volatile boolean stopped;

  public EventDelivery(Settings settings, HostKeys keys, Events events, Clock clock) {
    this.settings = settings;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
    thread.setDaemon(true);
  }

  /** Begins with the next event. */
  public void start() {
    events.onTold(news::release);
    thread.start();
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
  }

  private void work() {
    long sent = events.last();
    long pause = 500;
    while (!stopped) {
      try {
        news.tryAcquire(pause, TimeUnit.MILLISECONDS);
        news.drainPermits();
        long before = sent;
        for (Told told : events.after(sent, 10)) {
          if (!send(told.json())) {
            break;
          }
          sent = told.number();
        }
        boolean waiting = sent == before && sent < events.last();
        pause = waiting ? Math.min(pause * 2, LONGEST_PAUSE_MS) : 500;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private boolean send(String json) throws InterruptedException {
    URI uri = URI.create(settings.pluginBase() + "/events");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Content-Type", "application/cloudevents+json")
            .header("Authorization", "Bearer " + token(uri, json))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }

  private String token(URI uri, String json) {
    Instant now = clock.instant();
    return keys.sign(
        "event+jwt",
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer())
            .audience(uri.toString())
            .jwtID(Sessions.randomToken())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .claim("digest", digest(json))
            .build());
  }

  private static String digest(String json) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this JVM", e);
    }
  }
}
