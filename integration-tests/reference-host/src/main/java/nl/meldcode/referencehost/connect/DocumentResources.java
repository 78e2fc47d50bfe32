package nl.meldcode.referencehost.connect;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.model.Content;
import nl.meldcode.referencehost.model.RecordEntry;
import nl.meldcode.referencehost.model.StoredDocument;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Sha256;

/** The documents of an entry. Bytes that are there never change (host-connect 6.3). */
final class DocumentResources {
  private static final String PDF = "application/pdf";
  private static final byte[] MAGIC = {'%', 'P', 'D', 'F', '-'};
  private static final String TEMPLATE = "/record-entries/{id}/documents/{document}";

  private final EntryResources entries;
  private final Records records;
  private final Actors actors;
  private final Clock clock;

  DocumentResources(EntryResources entries, Records records, Actors actors, Clock clock) {
    this.entries = entries;
    this.records = records;
    this.actors = actors;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    routes
        .add("PUT", TEMPLATE, Scope.RECORD_WRITE, this::put)
        .get(TEMPLATE, Scope.RECORD_WRITE, this::read);
  }

  private Reply read(Call call) {
    UUID entry = entries.entry(call).id();
    StoredDocument document =
        records.document(entry, call.id("document")).orElseThrow(ApiProblem::notFound);
    byte[] content = records.content(entry, document.id()).orElseThrow(ApiProblem::notFound);
    return new Reply(200, PDF, Map.of(), new Content(content))
        .with("Content-Digest", digest(content))
        .tagged(call, document.sha256());
  }

  private Reply put(Call call) throws IOException {
    RecordEntry entry = entries.entry(call);
    actors.actor(call, entry.pupilId());
    byte[] content = content(call);
    StoredDocument document =
        new StoredDocument(
            call.id("document"),
            entry.id(),
            PDF,
            content.length,
            Sha256.hex(content),
            call.query("supersedes").flatMap(Ids::parse).orElse(null),
            "available",
            clock.instant());
    return records.atomically(() -> store(call, document, content));
  }

  private Reply store(Call call, StoredDocument document, byte[] content) {
    Optional<StoredDocument> before = records.document(document.entryId(), document.id());
    if (before.isPresent()) {
      if (!before.get().sha256().equals(document.sha256())) {
        throw new ApiProblem(
            ProblemType.CONCURRENT_CHANGE, "Onder dit id staat een ander document.");
      }
      return Reply.json(200, before.get()).tagged(call, document.sha256());
    }
    records.add(document, content);
    return Reply.json(201, document).tagged(call, document.sha256());
  }

  /** The body, once all that is said about it holds. */
  private static byte[] content(Call call) throws IOException {
    if (!call.header("Content-Type").filter(PDF::equals).isPresent()) {
      throw new ApiProblem(ProblemType.MEDIA_TYPE, "Alleen application/pdf.");
    }
    if (!call.header("If-None-Match").filter("*"::equals).isPresent()) {
      throw new ApiProblem(ProblemType.PRECONDITION_REQUIRED, "If-None-Match: * ontbreekt.");
    }
    byte[] content = call.body();
    if (content.length < MAGIC.length
        || !Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new ApiProblem(ProblemType.MEDIA_TYPE, "Dit is geen PDF.");
    }
    String said = call.header("Content-Digest").orElse("");
    if (!said.equals(digest(content))) {
      throw ApiProblem.invalid("Content-Digest", said.isEmpty() ? "required" : "does-not-match");
    }
    return content;
  }

  /** The digest field of RFC 9530. */
  static String digest(byte[] content) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(content)) + ":";
  }
}
