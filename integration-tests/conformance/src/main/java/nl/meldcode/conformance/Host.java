package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.conformance.LaunchDesk.Launched;

/** The host under test, with what was read of it so far. For one thread. */
final class Host {
  private final Client client;
  private final Options options;
  private final Map<String, List<JsonNode>> lists = new HashMap<>();
  private JsonNode capabilities = MissingNode.getInstance();
  private Optional<Place> place = Optional.empty();
  private final List<String> made = new ArrayList<>();

  /** What the person who runs the kit chose; a pupil or teacher left out is one that fits. */
  record Options(
      Optional<String> pupil,
      Optional<String> staff,
      boolean writes,
      Optional<Launched> launched) {}

  /** Where the kit writes, and on whose behalf. */
  record Place(String pupil, String staff) {}

  Host(Client client, Options options) {
    this.client = client;
    this.options = options;
  }

  Client client() {
    return client;
  }

  boolean mayWrite() {
    return options.writes();
  }

  Optional<Launched> launched() {
    return options.launched();
  }

  Answer get(String address) throws IOException {
    return client.get(address);
  }

  JsonNode capabilities() throws IOException {
    if (capabilities.isMissingNode()) {
      capabilities = get("/capabilities").json();
    }
    return capabilities;
  }

  boolean offers(String capability) throws IOException {
    return capability.isEmpty() || capabilities().path(capability).asBoolean();
  }

  /** Everything of this list, read once. */
  List<JsonNode> all(String address) throws IOException {
    List<JsonNode> known = lists.get(address);
    if (known == null) {
      known = client.pages(address).stream().flatMap(page -> page.items().stream()).toList();
      lists.put(address, known);
    }
    return known;
  }

  /** The pupils who are at a school now. */
  List<JsonNode> pupils() throws IOException {
    return all("/pupils?limit=500").stream()
        .filter(one -> one.path("status").asText().equals("active"))
        .toList();
  }

  /** A pupil's rows of this kind. */
  List<JsonNode> of(JsonNode pupil, String kind) throws IOException {
    return all("/pupils/" + pupil.path("id").asText() + "/" + kind);
  }

  /** Where to write; empty when no pupil has a group with a teacher. */
  Optional<Place> place() throws IOException {
    if (place.isEmpty()) {
      place =
          options.pupil().isPresent() && options.staff().isPresent()
              ? Optional.of(new Place(options.pupil().get(), options.staff().get()))
              : found();
    }
    return place;
  }

  private Optional<Place> found() throws IOException {
    for (JsonNode pupil : pupils()) {
      String id = pupil.path("id").asText();
      if (options.pupil().isEmpty() || options.pupil().get().equals(id)) {
        Optional<String> teacher = options.staff().isPresent() ? options.staff() : teacher(pupil);
        if (teacher.isPresent()) {
          return Optional.of(new Place(id, teacher.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> teacher(JsonNode pupil) throws IOException {
    List<String> groups =
        of(pupil, "enrollments").stream()
            .filter(one -> one.path("primary").asBoolean() && !one.has("endDate"))
            .map(one -> one.path("groupId").asText())
            .toList();
    return all("/groups?limit=500").stream()
        .filter(group -> groups.contains(group.path("id").asText()))
        .map(group -> group.path("staffIds").path(0).asText())
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  /** A request to write on behalf of the chosen member of staff. */
  Ask write(String method, String address) throws IOException {
    return Ask.of(method, address).with("On-Behalf-Of", place().map(Place::staff).orElse(""));
  }

  /** Asks for an entry with this body under this key, and remembers to remove it. */
  Answer create(String key, Map<String, ?> body) throws IOException {
    String pupil = place().map(Place::pupil).orElse("");
    Ask ask = write("POST", "/pupils/" + pupil + "/record-entries").json(body);
    return remember(client.send(ask.with("Idempotency-Key", key)));
  }

  /** Notes an entry that the answer says was made. */
  Answer remember(Answer answer) {
    String id = answer.json().path("id").asText();
    if (answer.status() == 201 && !id.isEmpty() && !made.contains(id)) {
      made.add(id);
    }
    return answer;
  }

  /** A new entry as the plugin makes it. */
  Answer entry() throws IOException {
    return create(UUID.randomUUID().toString(), Samples.entry());
  }

  /** Removes what was made, and says which entries are still there. */
  List<String> cleanUp() throws IOException {
    List<String> left = new ArrayList<>();
    for (String id : made) {
      Answer gone = client.send(write("DELETE", "/record-entries/" + id));
      if (!gone.isOk() && gone.status() != 410 && gone.status() != 404) {
        left.add(id);
      }
    }
    return left;
  }
}
