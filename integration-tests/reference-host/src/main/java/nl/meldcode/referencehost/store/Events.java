package nl.meldcode.referencehost.store;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.referencehost.model.EventType;

/**
 * What happened, as thin CloudEvents in the order in which it happened (Host Connect 6.5). Only
 * added to; adding belongs in the transaction of the change itself.
 */
public final class Events {
  /** The tenant's OIN is made up. */
  private static final String SOURCE =
      "urn:nld:oin:00000003999999990000:systeem:leerlingadministratie";

  private final Database database;
  private final Clock clock;
  private volatile Runnable listener = () -> {};

  public Events(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** An event with its place in the feed. */
  public record Told(long number, String json) {}

  /** Calls this after each event; it must return at once. */
  public void onTold(Runnable told) {
    listener = told;
  }

  /** Adds an event; {@code data} holds ids only. */
  public void tell(EventType type, UUID subject, Map<String, ?> data) {
    long sequence =
        database
                .find(
                    "SELECT count(*) FROM event WHERE subject = ?",
                    row -> row.getLong(1),
                    subject.toString())
                .orElse(0L)
            + 1;
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", UUID.randomUUID());
    event.put("source", SOURCE);
    event.put("type", type.wire());
    event.put("subject", subject);
    event.put("time", clock.instant());
    event.put("datacontenttype", "application/json");
    event.put("sequence", Long.toString(sequence));
    event.put("sequencetype", "Integer");
    event.put("data", data);
    database.update(
        "INSERT INTO event (subject, json) VALUES (?, ?)", subject.toString(), Json.write(event));
    listener.run();
  }

  /** The events after that number, oldest first. */
  public List<Told> after(long number, int limit) {
    return database.list(
        "SELECT number, json FROM event WHERE number > ? ORDER BY number LIMIT ?",
        row -> new Told(row.getLong(1), row.getString(2)),
        number,
        limit);
  }

  /** The number of the last event; 0 before the first. */
  public long last() {
    return database
        .find("SELECT coalesce(max(number), 0) FROM event", row -> row.getLong(1))
        .orElse(0L);
  }
}
