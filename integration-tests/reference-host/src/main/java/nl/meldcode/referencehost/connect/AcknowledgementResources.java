package nl.meldcode.referencehost.connect;

import static nl.meldcode.referencehost.connect.Call.unless;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.referencehost.model.Acknowledgement;
import nl.meldcode.referencehost.model.EventType;
import nl.meldcode.referencehost.model.RecordEntry;
import nl.meldcode.referencehost.model.StoredDocument;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Roster;

/**
 * Who took note of an entry's documents; each row is bound to the digest of the bytes (host-connect
 * 6.4).
 */
final class AcknowledgementResources {
  private static final String LIST = "/record-entries/{id}/acknowledgements";

  private final EntryResources entries;
  private final Records records;
  private final Roster roster;
  private final Actors actors;

  AcknowledgementResources(EntryResources entries, Records records, Roster roster, Actors actors) {
    this.entries = entries;
    this.records = records;
    this.roster = roster;
    this.actors = actors;
  }

  void addTo(Routes routes) {
    routes
        .get(
            LIST,
            Scope.RECORD_WRITE,
            call -> Reply.items(records.acknowledgements(entries.entry(call).id())))
        .get(LIST + "/{ack}", Scope.RECORD_WRITE, this::read)
        .add("PUT", LIST + "/{ack}", Scope.RECORD_WRITE, this::put);
  }

  private Reply read(Call call) {
    Acknowledgement found =
        find(entries.entry(call).id(), call.id("ack")).orElseThrow(ApiProblem::notFound);
    return tagged(call, found);
  }

  private Reply put(Call call) throws IOException {
    RecordEntry entry = entries.entry(call);
    UUID actor = actors.actor(call, entry.pupilId());
    Acknowledgement wanted =
        call.json(call.body(), AcknowledgementRequest.class)
            .toAcknowledgement(call.id("ack"), entry.id(), actor);
    check(entry, wanted);
    return records.atomically(() -> store(call, entry, wanted));
  }

  private Reply store(Call call, RecordEntry entry, Acknowledgement wanted) {
    Optional<Acknowledgement> before = find(wanted.entryId(), wanted.id());
    if (before.isEmpty()) {
      records.save(wanted);
      entries.tell(EventType.KENNISNAME_VASTGELEGD, entry);
      return tagged(call, wanted);
    }
    Acknowledgement next = wanted.withVersion(before.get().version());
    if (next.equals(before.get())) {
      return tagged(call, next);
    }
    String tag =
        call.header("If-Match")
            .orElseThrow(
                () -> new ApiProblem(ProblemType.PRECONDITION_REQUIRED, "If-Match ontbreekt."));
    if (!tag.equals("\"" + before.get().version() + "\"")) {
      throw new ApiProblem(ProblemType.CONCURRENT_CHANGE, "Lees de kennisname opnieuw.");
    }
    Acknowledgement changed = wanted.withVersion(before.get().version() + 1);
    records.save(changed);
    entries.tell(EventType.KENNISNAME_VASTGELEGD, entry);
    return tagged(call, changed);
  }

  private void check(RecordEntry entry, Acknowledgement ack) {
    String stored =
        records.document(entry.id(), ack.documentId()).map(StoredDocument::sha256).orElse("");
    boolean somebody =
        roster.relations(entry.pupilId()).stream()
                .anyMatch(r -> r.personId().equals(ack.personId()))
            || ack.personId().equals(entry.pupilId());
    Call.check(
        List.of(
            unless(!stored.isEmpty(), "/documentId", "unknown"),
            unless(stored.equals(ack.documentSha256()), "/documentSha256", "does-not-match"),
            unless(somebody, "/personId", "no-relation"),
            unless(
                roster.staff(ack.registeredByStaffId()).isPresent(),
                "/registeredByStaffId",
                "unknown")));
  }

  private Optional<Acknowledgement> find(UUID entry, UUID id) {
    return records.acknowledgements(entry).stream().filter(ack -> ack.id().equals(id)).findFirst();
  }

  private static Reply tagged(Call call, Acknowledgement ack) {
    return Reply.json(200, ack).tagged(call, Long.toString(ack.version()));
  }
}
