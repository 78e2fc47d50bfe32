package nl.meldcode.adapter.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of every dossier in memory, equal to database and file of heads. At start the two are
 * compared: a dossier that is shorter than its head, or another one, is locked. In a database that
 * others write in too each look-up asks for the end, and compares it with the one seen last.
 */
final class Heads implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Heads.class);
  private static final String LAST =
      "SELECT e.school, e.dossier, e.seq, e.hash FROM"
          + " (SELECT school, dossier, max(seq) AS seq FROM entry GROUP BY school, dossier) AS last"
          + " JOIN entry AS e ON e.school = last.school AND e.dossier = last.dossier"
          + " AND e.seq = last.seq";
  private static final String AT =
      "SELECT hash FROM entry WHERE school = ? AND dossier = ? AND seq = ?";
  private static final String END =
      "SELECT e.seq, e.hash, (SELECT count(*) FROM erasure AS x"
          + " WHERE x.school = e.school AND x.dossier = e.dossier) FROM entry AS e"
          + " WHERE e.school = ? AND e.dossier = ? ORDER BY e.seq DESC LIMIT 1";
  private final Database database;
  private final ObjLongConsumer<Place> erasures;
  private final Map<Place, Head> heads = new ConcurrentHashMap<>();
  private final Set<Place> gone = ConcurrentHashMap.newKeySet();
  private final Set<Place> damaged = ConcurrentHashMap.newKeySet();
  private final HeadFile file;

  /**
   * Opens them.
   *
   * @param isNew whether this is the first start of a node, of which no heads were written down
   * @param erasures is told how often something of a dossier was destroyed, by whatever node
   */
  Heads(Database database, Path path, boolean isNew, ObjLongConsumer<Place> erasures) {
    this.database = database;
    this.erasures = erasures;
    boolean known = Files.exists(path);
    database.read(this::load);
    if (!known && !isNew && !heads.isEmpty()) {
      throw new StartRefused(
          "plugin/heads.log is gone while there are dossiers; restore it, or make an empty one to"
              + " start its record anew");
    }
    file = new HeadFile(path);
    Map<Place, Head> written = file.read();
    written.forEach((place, head) -> database.read(statements -> compare(statements, place, head)));
    heads.forEach((place, head) -> catchUp(written, place, head));
  }

  /** The end of that dossier; {@link Head#NONE} when there is none. */
  Head of(Place place) {
    if (database.shared() && !gone.contains(place)) {
      database.read(statements -> look(statements, place));
    }
    return seen(place);
  }

  /** The same as this node saw it last. */
  Head seen(Place place) {
    if (damaged.contains(place)) {
      throw new Tampered("dossier " + place.dossier() + " does not end as it did");
    }
    return heads.getOrDefault(place, Head.NONE);
  }

  /** The entry after the last one is on disk. */
  synchronized void advance(Place place, Head head) {
    if (heads.getOrDefault(place, Head.NONE).seq() < head.seq() && !gone.contains(place)) {
      heads.put(place, head);
      file.append(place, head);
    }
  }

  /** That dossier was destroyed: it is as if there were none. */
  synchronized void forget(Place place) {
    gone.add(place);
    heads.remove(place);
    damaged.remove(place);
  }

  /**
   * What is on disk is all that was seen and maybe what was refused as it could not be synced: of
   * that, too, the end counts from now on. A dossier that lost something is locked.
   */
  boolean lookAgain(Statements statements) throws SQLException {
    for (Map.Entry<Place, Head> seen : heads.entrySet()) {
      compare(statements, seen.getKey(), seen.getValue());
    }
    ends(statements, this::advance);
    return true;
  }

  void forEach(BiConsumer<Place, Head> action) {
    heads.forEach(action);
  }

  /** How far the file of heads goes now. */
  HeadsMark mark() {
    return file.mark();
  }

  /** Number of dossiers that are locked because their end is not what it was. */
  int damaged() {
    return damaged.size();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private boolean load(Statements statements) throws SQLException {
    ends(statements, heads::put);
    return true;
  }

  private static void ends(Statements statements, BiConsumer<Place, Head> each)
      throws SQLException {
    try (ResultSet rows = statements.of(LAST).executeQuery()) {
      while (rows.next()) {
        Place place =
            new Place(new SchoolId(rows.getString(1)), new DossierId(Ids.uuid(rows.getBytes(2))));
        each.accept(place, new Head(rows.getLong(3), new Hash(rows.getBytes(4))));
      }
    }
  }

  /** What others added follows what was seen last, or it is not what it was. */
  private boolean look(Statements statements, Place place) throws SQLException {
    Head seen = heads.getOrDefault(place, Head.NONE);
    Head end = Head.NONE;
    long erased = 0;
    byte[] dossier = Ids.bytes(place.dossier().value());
    try (ResultSet row = statements.of(END, place.school().value(), dossier).executeQuery()) {
      if (row.next()) {
        end = new Head(row.getLong(1), new Hash(row.getBytes(2)));
        erased = row.getLong(3);
      }
    }
    if (!end.equals(seen)) {
      if (seen.seq() == 0 || compare(statements, place, seen)) {
        advance(place, end);
      }
    }
    erasures.accept(place, erased);
    return true;
  }

  private boolean compare(Statements statements, Place place, Head head) throws SQLException {
    byte[] dossier = Ids.bytes(place.dossier().value());
    try (ResultSet row =
        statements.of(AT, place.school().value(), dossier, head.seq()).executeQuery()) {
      if (!row.next() || !new Hash(row.getBytes(1)).equals(head.hash())) {
        LOG.error("dossier {} does not end as it did; it is locked", place.dossier());
        damaged.add(place);
        return false;
      }
    }
    return true;
  }

  private void catchUp(Map<Place, Head> written, Place place, Head head) {
    if (!damaged.contains(place) && !head.equals(written.get(place))) {
      file.append(place, head);
    }
  }
}
