package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.health.Backlog;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Delivery cursors: in memory for the question what is due, and written through to their table. In
 * a database that several nodes use one of them delivers for all, and asks the table; when it stops
 * another one goes on.
 */
final class SqlDeliveries implements Deliveries {
  private static final String LOAD =
      "SELECT school, dossier, cursor, attempts, next, parked FROM delivery";
  private static final String SAVE =
      "INSERT INTO delivery (school, dossier, cursor, attempts, next, parked)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (school, dossier) DO UPDATE SET"
          + " cursor = excluded.cursor, attempts = excluded.attempts, next = excluded.next,"
          + " parked = excluded.parked WHERE delivery.cursor <= excluded.cursor";
  private static final String STORED =
      "INSERT INTO delivered (school, dossier, seq, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String MOMENTS =
      "SELECT seq, at FROM delivered WHERE school = ? AND dossier = ?";
  private static final String FIRST =
      "SELECT at FROM entry WHERE school = ? AND dossier = ? AND seq = ?";
  private static final String ONE =
      "SELECT cursor, attempts, next, parked FROM delivery WHERE school = ? AND dossier = ?";
  private static final String DUE =
      "SELECT e.school, e.dossier, coalesce(d.cursor, 0), coalesce(d.attempts, 0) FROM entry AS e"
          + " LEFT JOIN delivery AS d ON d.school = e.school AND d.dossier = e.dossier"
          + " WHERE e.at >= ? AND e.seq > coalesce(d.cursor, 0) AND d.parked IS NULL"
          + " AND coalesce(d.next, 0) <= ? AND NOT EXISTS (SELECT 1 FROM erasure AS x WHERE"
          + " x.school = e.school AND x.dossier = e.dossier AND x.entries = '')"
          + " GROUP BY e.school, e.dossier, d.cursor, d.attempts LIMIT ?";
  private static final String BACKLOG =
      "SELECT count(*), count(parked), min(at) FROM (SELECT min(e.at) AS at, max(d.parked) AS parked"
          + " FROM entry AS e LEFT JOIN delivery AS d ON d.school = e.school AND d.dossier ="
          + " e.dossier WHERE e.seq > coalesce(d.cursor, 0) AND NOT EXISTS (SELECT 1 FROM erasure"
          + " AS x WHERE x.school = e.school AND x.dossier = e.dossier AND x.entries = '')"
          + " GROUP BY e.school, e.dossier) AS waiting";
  private static final int MOST = 1_000;

  /** The lock of who delivers. */
  private static final long RELAY = 0x6d63_7265_6c61_79L;

  /** What was recorded lately is looked for each time, all of it now and then. */
  private static final Duration LATELY = Duration.ofMinutes(10);

  private static final Duration NOW_AND_THEN = Duration.ofSeconds(30);
  private final Database database;
  private volatile Instant all = Instant.EPOCH;
  private final Heads heads;
  private final Map<Place, Row> rows = new ConcurrentHashMap<>();

  /** What was read last, right as long as its row is: a moment is written with its cursor. */
  private final Recent<Place, State> states = new Recent<>(MOST);

  private record Row(long cursor, int attempts, long next, @Nullable String parked) {
    static final Row FRESH = new Row(0, 0, 0, null);

    boolean due(Head head, long now) {
      return head.seq() > cursor && parked == null && next <= now;
    }
  }

  SqlDeliveries(Database database, Heads heads) {
    this.database = database;
    this.heads = heads;
    if (!database.shared()) {
      database.read(this::load);
    }
  }

  @Override
  public List<Pending> due(Instant now, int limit) {
    if (database.shared()) {
      return database.holds(RELAY) ? dueInTable(now, limit) : List.of();
    }
    List<Pending> due = new ArrayList<>();
    heads.forEach(
        (place, head) -> {
          Row row = row(place);
          if (due.size() < limit && row.due(head, now.toEpochMilli())) {
            due.add(new Pending(place.school(), place.dossier(), row.cursor(), row.attempts()));
          }
        });
    return due;
  }

  private List<Pending> dueInTable(Instant now, int limit) {
    boolean lately = Duration.between(all, now).abs().compareTo(NOW_AND_THEN) < 0;
    long since = lately ? now.minus(LATELY).toEpochMilli() : 0;
    List<Pending> due = database.read(s -> due(s, since, now.toEpochMilli(), limit));
    if (!lately && due.size() < limit) {
      all = now;
    }
    return due;
  }

  private static List<Pending> due(Statements statements, long since, long now, int limit)
      throws SQLException {
    List<Pending> due = new ArrayList<>();
    try (ResultSet row = statements.of(DUE, since, now, limit).executeQuery()) {
      while (row.next()) {
        DossierId dossier = new DossierId(Ids.uuid(row.getBytes(2)));
        due.add(
            new Pending(new SchoolId(row.getString(1)), dossier, row.getLong(3), row.getInt(4)));
      }
    }
    return due;
  }

  @Override
  public void advance(SchoolId school, DossierId dossier, long seq, Instant at, boolean stored) {
    Place place = new Place(school, dossier);
    Row row = new Row(seq, 0, 0, null);
    database.write(
        statements ->
            statements.together(
                inOne -> {
                  if (stored) {
                    byte[] id = Ids.bytes(dossier.value());
                    inOne.run(STORED, school.value(), id, seq, at.toEpochMilli());
                  }
                  return save(inOne, place, row);
                }));
    keep(place, row);
  }

  @Override
  public void retry(SchoolId school, DossierId dossier, int attempts, Instant next) {
    Place place = new Place(school, dossier);
    Row row = row(place);
    save(place, new Row(row.cursor(), attempts, next.toEpochMilli(), row.parked()));
  }

  @Override
  public void park(SchoolId school, DossierId dossier, String code, Instant at) {
    Place place = new Place(school, dossier);
    Row row = row(place);
    save(place, new Row(row.cursor(), row.attempts(), row.next(), code));
  }

  @Override
  public void resume(SchoolId school, DossierId dossier) {
    Place place = new Place(school, dossier);
    save(place, new Row(row(place).cursor(), 0, 0, null));
    all = Instant.EPOCH;
  }

  @Override
  public State state(SchoolId school, DossierId dossier) {
    Place place = new Place(school, dossier);
    Row row = row(place);
    Optional<State> known = states.get(place).filter(one -> one.cursor() == row.cursor());
    if (known.isPresent() && Objects.equals(known.get().parked(), row.parked())) {
      return known.get();
    }
    State state =
        new State(
            row.cursor(), database.read(statements -> moments(statements, place)), row.parked());
    states.put(place, state);
    return state;
  }

  /** What is past its cursor; of the first thousand it is known since when. */
  Backlog backlog() {
    if (database.shared()) {
      return database.read(SqlDeliveries::backlog);
    }
    Map<Place, Row> waiting = new HashMap<>();
    heads.forEach(
        (place, head) -> {
          if (head.seq() > row(place).cursor()) {
            waiting.put(place, row(place));
          }
        });
    int parked = (int) waiting.values().stream().filter(row -> row.parked() != null).count();
    Optional<Instant> oldest =
        database.read(statements -> oldest(statements, waiting)).map(Instant::ofEpochMilli);
    return new Backlog(waiting.size(), parked, oldest);
  }

  /** What other nodes recorded is not in memory here. */
  private static Backlog backlog(Statements statements) throws SQLException {
    try (ResultSet row = statements.of(BACKLOG).executeQuery()) {
      row.next();
      long oldest = row.getLong(3);
      Optional<Instant> since =
          row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest));
      return new Backlog(row.getInt(1), row.getInt(2), since);
    }
  }

  private static Optional<Long> oldest(Statements statements, Map<Place, Row> waiting)
      throws SQLException {
    Optional<Long> oldest = Optional.empty();
    for (Map.Entry<Place, Row> one : waiting.entrySet().stream().limit(MOST).toList()) {
      Place place = one.getKey();
      byte[] dossier = Ids.bytes(place.dossier().value());
      try (ResultSet row =
          statements
              .of(FIRST, place.school().value(), dossier, one.getValue().cursor() + 1)
              .executeQuery()) {
        if (row.next() && (oldest.isEmpty() || row.getLong(1) < oldest.get())) {
          oldest = Optional.of(row.getLong(1));
        }
      }
    }
    return oldest;
  }

  private Row row(Place place) {
    if (database.shared()) {
      return database.read(statements -> row(statements, place));
    }
    return rows.getOrDefault(place, Row.FRESH);
  }

  private void save(Place place, Row row) {
    database.write(statements -> save(statements, place, row));
    keep(place, row);
  }

  private void keep(Place place, Row row) {
    if (!database.shared()) {
      rows.put(place, row);
    }
  }

  private static Row row(Statements statements, Place place) throws SQLException {
    byte[] dossier = Ids.bytes(place.dossier().value());
    try (ResultSet row = statements.of(ONE, place.school().value(), dossier).executeQuery()) {
      return row.next()
          ? new Row(row.getLong(1), row.getInt(2), row.getLong(3), row.getString(4))
          : Row.FRESH;
    }
  }

  private static int save(Statements statements, Place place, Row row) throws SQLException {
    return statements.run(
        SAVE,
        place.school().value(),
        Ids.bytes(place.dossier().value()),
        row.cursor(),
        row.attempts(),
        row.next(),
        row.parked());
  }

  /** Takes all of them from the database. */
  boolean load(Statements statements) throws SQLException {
    try (ResultSet row = statements.of(LOAD).executeQuery()) {
      while (row.next()) {
        rows.put(
            new Place(new SchoolId(row.getString(1)), new DossierId(Ids.uuid(row.getBytes(2)))),
            new Row(row.getLong(3), row.getInt(4), row.getLong(5), row.getString(6)));
      }
    }
    return true;
  }

  private static Map<Long, Instant> moments(Statements statements, Place place)
      throws SQLException {
    Map<Long, Instant> moments = new HashMap<>();
    byte[] dossier = Ids.bytes(place.dossier().value());
    try (ResultSet row = statements.of(MOMENTS, place.school().value(), dossier).executeQuery()) {
      while (row.next()) {
        moments.put(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)));
      }
    }
    return moments;
  }
}
