package nl.meldcode.acceptance.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.acceptance.kit.AtOnce;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.Json;
import nl.meldcode.acceptance.kit.StartedSchool;
import org.jspecify.annotations.Nullable;

/**
 * The staff of all made schools of a board, with a tab open for each pupil they work on, and the
 * dossiers that they keep. Nobody has more pupils than one may look up in a day.
 */
final class Board {
  private static final Pattern TAB = Pattern.compile(".*/tabs/([^/]+)/.*");
  private static final List<String> CARERS = List.of("ib", "af");
  private static final int PUPILS = 504;
  private static final int WORKERS = 6;
  private static final int REPORT_EVERY = 8;

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
  private final StartedSchool school;
  private final BoardLaunches launches;
  private final HttpClient client;
  private final Map<String, Person> people = new ConcurrentHashMap<>();
  private final List<Kept> dossiers = new CopyOnWriteArrayList<>();
  private final List<Seat> others = new CopyOnWriteArrayList<>();

  /** Somebody who works at a school, signed in once. */
  static final class Person {
    private final String key;
    private final UUID school;
    private volatile @Nullable String cookie;

    Person(String key, UUID school) {
      this.key = key;
      this.school = school;
    }

    /** From which the id is made. */
    String key() {
      return key;
    }

    UUID school() {
      return school;
    }

    Optional<String> cookie() {
      return Optional.ofNullable(cookie);
    }
  }

  /** A tab that somebody has open for a pupil. */
  record Seat(Person person, UUID pupil, String context) {}

  /**
   * A dossier.
   *
   * @param report in it; null without
   */
  record Kept(Seat teacher, Seat carer, @Nullable String report) {}

  Board(StartedSchool school, HttpClient client) {
    this.school = school;
    this.client = client;
    this.launches = BoardLaunches.of(school);
  }

  /** Signs everybody in and records so many dossiers, school by school. */
  void fill(int schools, int count) {
    int each = count / (schools - 1);
    AtomicInteger next = new AtomicInteger(1);
    AtOnce.of(
        WORKERS,
        worker -> {
          for (int one = next.getAndIncrement(); one < schools; one = next.getAndIncrement()) {
            fillSchool("s" + one + "-", each);
          }
          return worker;
        });
  }

  LocalDate today() {
    return today;
  }

  List<Kept> dossiers() {
    return dossiers;
  }

  /** Tabs of teachers for pupils of whom nothing was recorded. */
  List<Seat> others() {
    return others;
  }

  BoardLaunches launches() {
    return launches;
  }

  private void fillSchool(String key, int count) {
    Map<UUID, String> classes = classes(key);
    int step = PUPILS / count;
    for (int i = 0; i < count; i++) {
      UUID pupil = Ids.pupil(key + i * step);
      Seat teacher = open(person(key, classes.getOrDefault(pupil, "")), pupil);
      Seat carer = open(person(key, CARERS.get(i % CARERS.size())), pupil);
      dossiers.add(new BoardDossier(this, teacher, carer).record(i % REPORT_EVERY == 0));
      if (step > 1 && i % 2 == 0) {
        UUID other = Ids.pupil(key + (i * step + 1));
        others.add(open(person(key, classes.getOrDefault(other, "")), other));
      }
    }
  }

  /** In which class each pupil of that school is. */
  private Map<UUID, String> classes(String key) {
    Seat seat = open(person(key, "ib"), Ids.pupil(key + 0));
    Map<UUID, String> classes = new HashMap<>();
    for (JsonNode one : Json.read(sent(get(seat, "/pupils"), 200).body())) {
      classes.put(
          UUID.fromString(one.path("id").asText()),
          one.path("group").asText().replace("Groep ", ""));
    }
    return classes;
  }

  private Person person(String key, String who) {
    UUID id = UUID.nameUUIDFromBytes(("school:" + key).getBytes(UTF_8));
    return people.computeIfAbsent(key + who, login -> new Person(login, id));
  }

  private Seat open(Person person, UUID pupil) {
    HttpResponse<String> answer = sent(launches.post(person, pupil), 303);
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(cookie -> person.cookie = cookie.substring(0, cookie.indexOf(';')));
    Matcher tab = TAB.matcher(answer.headers().firstValue("Location").orElse(""));
    if (!tab.matches()) {
      throw new AssertionError("the launch does not lead to a tab");
    }
    return new Seat(person, pupil, tab.group(1));
  }

  /** A look. */
  HttpRequest.Builder get(Seat seat, String path) {
    return call(seat, path).GET();
  }

  /** Something to keep. */
  HttpRequest.Builder send(Seat seat, String method, String path, String json) {
    return call(seat, path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(json));
  }

  /** An entry to record under this key. */
  HttpRequest.Builder post(Seat seat, UUID key, String entry) {
    return send(seat, "POST", "/entries", entry).header("Idempotency-Key", key.toString());
  }

  private HttpRequest.Builder call(Seat seat, String path) {
    return HttpRequest.newBuilder(school.site().plugin("/api/v1/contexts/" + seat.context() + path))
        .header("Cookie", seat.person().cookie().orElse(""))
        .header("X-MC", "1")
        .header("Origin", school.site().pluginOrigin());
  }

  /** The answer, which has this status. */
  HttpResponse<String> sent(HttpRequest.Builder request, int status) {
    try {
      HttpResponse<String> answer =
          client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
      if (answer.statusCode() != status) {
        throw new AssertionError(answer + ": " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }

  /** The signals in each dossier now, by the key in their text, with the ids of their entries. */
  Map<UUID, List<String>> signals() {
    Map<UUID, List<String>> all = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    AtOnce.of(
        WORKERS,
        worker -> {
          for (int i = next.getAndIncrement(); i < dossiers.size(); i = next.getAndIncrement()) {
            JsonNode view = Json.read(sent(get(dossiers.get(i).carer(), "/dossier"), 200).body());
            for (JsonNode entry : view.path("dossier").path("entries")) {
              if (entry.path("kind").asText().equals("Signal")) {
                all.computeIfAbsent(key(entry), first -> new CopyOnWriteArrayList<>())
                    .add(entry.path("id").asText());
              }
            }
          }
          return worker;
        });
    return all;
  }

  private static UUID key(JsonNode signal) {
    return UUID.fromString(signal.at("/content/facts").asText());
  }
}
