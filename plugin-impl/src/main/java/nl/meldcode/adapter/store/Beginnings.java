package nl.meldcode.adapter.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/**
 * Which dossiers are about whom, in memory, equal to the first entries about each pupil in the
 * database. Where others write in it too, it is asked each time for what is not known yet.
 */
final class Beginnings {
  private static final String BEGINNINGS =
      "SELECT school, subject, dossier FROM entry WHERE seq = 1"
          + " UNION ALL SELECT school, subject, dossier FROM registration";
  private static final String OF =
      "SELECT school, subject, dossier FROM entry WHERE school = ? AND subject = ? AND seq = 1"
          + " UNION ALL SELECT school, subject, dossier FROM registration"
          + " WHERE school = ? AND subject = ?";
  private static final String JOIN =
      "INSERT INTO registration (school, subject, dossier) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  private final Database database;
  private final Map<Subject, List<DossierId>> dossiers = new ConcurrentHashMap<>();

  private record Subject(SchoolId school, Hash pupil) {}

  Beginnings(Database database) {
    this.database = database;
    database.read(this::load);
  }

  /** The dossiers about a pupil. */
  List<DossierId> of(SchoolId school, Hash pupil) {
    if (database.shared()) {
      String name = school.value();
      byte[] subject = pupil.bytes();
      database.read(s -> take(s.of(OF, name, subject, name, subject)));
    }
    return known(school, pupil);
  }

  private List<DossierId> known(SchoolId school, Hash pupil) {
    return dossiers.getOrDefault(new Subject(school, pupil), List.of());
  }

  /** Every dossier. */
  Stream<Place> places() {
    if (database.shared()) {
      database.read(this::load);
    }
    return dossiers.entrySet().stream()
        .flatMap(one -> one.getValue().stream().map(it -> new Place(one.getKey().school(), it)))
        .distinct();
  }

  /** Whether the dossier is known to be about that pupil. */
  boolean has(Place place, Hash pupil) {
    return knows(place, pupil)
        || (database.shared() && of(place.school(), pupil).contains(place.dossier()));
  }

  /** The same without asking the database. */
  boolean knows(Place place, Hash pupil) {
    return known(place.school(), pupil).contains(place.dossier());
  }

  /** The first entry about that pupil in a dossier is on disk. */
  void add(Place place, Hash pupil) {
    dossiers.merge(
        new Subject(place.school(), pupil),
        List.of(place.dossier()),
        (known, more) -> Stream.concat(known.stream(), more.stream()).distinct().toList());
  }

  /** Writes down, in the commit of its first entry there, that a dossier is about this one too. */
  static void join(Statements statements, Place place, Hash pupil) throws SQLException {
    statements.run(JOIN, place.school().value(), pupil.bytes(), Ids.bytes(place.dossier().value()));
  }

  /** Takes all of them from the database. */
  boolean load(Statements statements) throws SQLException {
    return take(statements.of(BEGINNINGS));
  }

  private boolean take(PreparedStatement asked) throws SQLException {
    try (ResultSet rows = asked.executeQuery()) {
      while (rows.next()) {
        Place place =
            new Place(new SchoolId(rows.getString(1)), new DossierId(Ids.uuid(rows.getBytes(3))));
        add(place, new Hash(rows.getBytes(2)));
      }
    }
    return true;
  }
}
