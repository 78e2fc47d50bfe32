package nl.meldcode.referencehost.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meldcode.referencehost.model.Acknowledgement;
import nl.meldcode.referencehost.model.RecordEntry;
import nl.meldcode.referencehost.model.StoredDocument;

/** What plugins wrote on the pupils' records. */
public final class Records {
  private final Database database;

  public Records(Database database) {
    this.database = database;
  }

  /** Does all of this or nothing of it, with nobody else in between. */
  public <T> T atomically(Supplier<T> work) {
    return database.atomically(work);
  }

  /** The entries of a pupil that were not removed, newest event first. */
  public List<RecordEntry> ofPupil(UUID pupilId) {
    return database
        .list("SELECT json FROM entry WHERE pupil = ?", row -> row.getString(1), pupilId.toString())
        .stream()
        .map(json -> withDocuments(Json.read(json, RecordEntry.class)))
        .filter(entry -> entry.status().equals("active"))
        .sorted(Comparator.comparing(RecordEntry::occurredAt).reversed())
        .toList();
  }

  /** The entry, also when it was removed. */
  public Optional<RecordEntry> find(UUID entryId) {
    return database
        .find("SELECT json FROM entry WHERE id = ?", row -> row.getString(1), entryId.toString())
        .map(json -> withDocuments(Json.read(json, RecordEntry.class)));
  }

  /** Stores a new entry or a new version of one. */
  public void save(RecordEntry entry) {
    database.update(
        "INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json",
        entry.id().toString(),
        entry.pupilId().toString(),
        Json.write(entry));
  }

  /** The request that came with an idempotency key, and what it was answered with. */
  public record Remembered(String requestHash, String reply) {}

  public Optional<Remembered> remembered(String key) {
    return database.find(
        "SELECT request_hash, reply FROM idempotency WHERE key = ?",
        row -> new Remembered(row.getString(1), row.getString(2)),
        key);
  }

  public void remember(String key, Remembered remembered) {
    database.update(
        "INSERT INTO idempotency VALUES (?, ?, ?)",
        key,
        remembered.requestHash(),
        remembered.reply());
  }

  public Optional<StoredDocument> document(UUID entryId, UUID documentId) {
    return documents(entryId).stream().filter(stored -> stored.id().equals(documentId)).findFirst();
  }

  public Optional<byte[]> content(UUID entryId, UUID documentId) {
    return database.find(
        "SELECT content FROM document WHERE entry = ? AND id = ?",
        row -> row.getBytes(1),
        entryId.toString(),
        documentId.toString());
  }

  /** Stores a new document; there is no way to change one. */
  public void add(StoredDocument document, byte[] content) {
    database.update(
        "INSERT INTO document VALUES (?, ?, ?, ?)",
        document.entryId().toString(),
        document.id().toString(),
        Json.write(document),
        content);
  }

  public List<Acknowledgement> acknowledgements(UUID entryId) {
    return database.list(
        "SELECT json FROM acknowledgement WHERE entry = ? ORDER BY rowid",
        row -> Json.read(row.getString(1), Acknowledgement.class),
        entryId.toString());
  }

  /** Stores a new acknowledgement or a new version of one. */
  public void save(Acknowledgement acknowledgement) {
    database.update(
        "INSERT INTO acknowledgement VALUES (?, ?, ?) ON CONFLICT (entry, id) DO UPDATE SET json = excluded.json",
        acknowledgement.entryId().toString(),
        acknowledgement.id().toString(),
        Json.write(acknowledgement));
  }

  private List<StoredDocument> documents(UUID entryId) {
    return database.list(
        "SELECT json FROM document WHERE entry = ? ORDER BY rowid",
        row -> Json.read(row.getString(1), StoredDocument.class),
        entryId.toString());
  }

  private RecordEntry withDocuments(RecordEntry entry) {
    return entry.with(documents(entry.id()));
  }
}
