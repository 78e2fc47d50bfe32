package nl.meldcode.referencehost.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.model.EventType;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.RecordEntry;
import nl.meldcode.referencehost.model.Visibility;
import nl.meldcode.referencehost.store.Events;
import nl.meldcode.referencehost.store.Json;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Records.Remembered;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.Sha256;

/** The entries that plugins put on a pupil's record (host-connect 6.3). */
final class EntryResources {
  private final Settings settings;
  private final Roster roster;
  private final Records records;
  private final Actors actors;
  private final Events events;
  private final Clock clock;

  EntryResources(
      Settings settings,
      Roster roster,
      Records records,
      Actors actors,
      Events events,
      Clock clock) {
    this.settings = settings;
    this.roster = roster;
    this.records = records;
    this.actors = actors;
    this.events = events;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    routes
        .get("/pupils/{id}/record-entries", Scope.RECORD_WRITE, this::list)
        .add("POST", "/pupils/{id}/record-entries", Scope.RECORD_WRITE, this::create)
        .get("/record-entries/{id}", Scope.RECORD_WRITE, this::read)
        .add("PATCH", "/record-entries/{id}", Scope.RECORD_WRITE, this::change)
        .add("DELETE", "/record-entries/{id}", Scope.RECORD_WRITE, this::remove);
  }

  /** The entry with this id; one that was removed is gone, not unknown. */
  RecordEntry entry(Call call) {
    RecordEntry entry = records.find(call.id("id")).orElseThrow(ApiProblem::notFound);
    if (!entry.status().equals("active")) {
      throw new ApiProblem(ProblemType.GONE, "Verwijderd.");
    }
    return entry;
  }

  private Reply list(Call call) {
    UUID pupil = pupil(call);
    Optional<String> reference = call.query("externalReference");
    List<RecordEntry> entries =
        records.ofPupil(pupil).stream()
            .filter(
                e ->
                    reference.isEmpty() || e.externalReference().toString().equals(reference.get()))
            .toList();
    return Reply.items(entries);
  }

  private Reply create(Call call) throws IOException {
    UUID pupil = pupil(call);
    String key =
        call.header("Idempotency-Key")
            .filter(given -> !given.isBlank() && given.length() <= 100)
            .orElseThrow(() -> ApiProblem.invalid("Idempotency-Key", "required"));
    UUID actor = actors.actor(call, pupil);
    EntryRequest request = call.json(call.body(), EntryRequest.class);
    String hash = Sha256.hex((pupil + "\n" + actor + "\n" + Json.write(request)).getBytes(UTF_8));
    return records.atomically(
        () -> {
          Optional<Remembered> before = records.remembered(key);
          if (before.isPresent()) {
            return replay(call, before.get(), hash);
          }
          EntryRequest.Context context =
              new EntryRequest.Context(UUID.randomUUID(), pupil, actor, clock.instant());
          RecordEntry entry = request.toEntry(context);
          check(entry);
          records.save(entry);
          tell(EventType.DOSSIERITEM_TOEGEVOEGD, entry);
          records.remember(key, new Remembered(hash, Json.write(entry)));
          return created(call, entry);
        });
  }

  void tell(EventType type, RecordEntry entry) {
    events.tell(
        type,
        entry.pupilId(),
        Map.of("entryId", entry.id(), "externalReference", entry.externalReference()));
  }

  private Reply replay(Call call, Remembered before, String hash) {
    if (!before.requestHash().equals(hash)) {
      throw new ApiProblem(
          ProblemType.IDEMPOTENCY_MISMATCH, "Deze sleutel hoort bij een andere aanvraag.");
    }
    return created(call, Json.read(before.reply(), RecordEntry.class));
  }

  private void check(RecordEntry entry) {
    if (roster.staff(entry.authorStaffId()).isEmpty()) {
      throw ApiProblem.invalid("/authorStaffId", "unknown");
    }
  }

  private Reply created(Call call, RecordEntry entry) {
    return representation(call, 201, entry)
        .with("Location", settings.connectBase().getPath() + "/record-entries/" + entry.id());
  }

  private Reply read(Call call) {
    return representation(call, 200, entry(call));
  }

  private Reply change(Call call) throws IOException {
    JsonNode body = call.json(call.body(), JsonNode.class);
    Visibility wanted = wanted(body);
    return records.atomically(
        () -> {
          RecordEntry entry = entry(call);
          actors.actor(call, entry.pupilId());
          String tag =
              call.header("If-Match")
                  .orElseThrow(
                      () ->
                          new ApiProblem(ProblemType.PRECONDITION_REQUIRED, "If-Match ontbreekt."));
          if (!tag.equals('"' + version(entry) + '"')) {
            throw new ApiProblem(ProblemType.CONCURRENT_CHANGE, "Lees het item opnieuw.");
          }
          RecordEntry changed = entry.changed(wanted, "active", clock.instant());
          records.save(changed);
          return representation(call, 200, changed);
        });
  }

  /** Visibility is the one thing that can change. */
  private static Visibility wanted(JsonNode body) {
    List<ApiProblem.Fault> others =
        body.properties().stream()
            .map(member -> member.getKey())
            .filter(name -> !name.equals("visibility"))
            .map(name -> new ApiProblem.Fault("/" + name, "read-only"))
            .toList();
    if (!others.isEmpty()) {
      throw ApiProblem.invalid(others);
    }
    return Arrays.stream(Visibility.values())
        .filter(visibility -> visibility.wire().equals(body.path("visibility").asText()))
        .findFirst()
        .orElseThrow(() -> ApiProblem.invalid("/visibility", "unknown"));
  }

  private Reply remove(Call call) {
    return records.atomically(
        () -> {
          RecordEntry entry = records.find(call.id("id")).orElseThrow(ApiProblem::notFound);
          actors.actor(call, entry.pupilId());
          if (entry.status().equals("active")) {
            records.save(entry.changed(entry.visibility(), "deleted", clock.instant()));
            tell(EventType.DOSSIERITEM_VERWIJDERD, entry);
          }
          return Reply.empty(204);
        });
  }

  /** A pupil who was merged has a successor, on whose record it belongs. */
  private UUID pupil(Call call) {
    Pupil pupil = roster.pupil(call.id("id")).orElseThrow(ApiProblem::notFound);
    if (pupil.replacedById() != null) {
      throw ApiProblem.merged(pupil.replacedById());
    }
    return pupil.id();
  }

  private static Reply representation(Call call, int status, RecordEntry entry) {
    return Reply.json(status, entry).tagged(call, version(entry));
  }

  /** Documents come with the entry, so one more of them is another state of it. */
  private static String version(RecordEntry entry) {
    return entry.version() + "-" + entry.documents().size();
  }
}
