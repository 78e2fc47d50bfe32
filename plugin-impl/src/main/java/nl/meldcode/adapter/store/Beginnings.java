package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;

/**
 * Which dossiers are about whom, in memory, equal to the first entries about each pupil in the
 * database.
 */
final class Beginnings {
  private static final String BEGINNINGS =
      "SELECT school, subject, dossier FROM entry WHERE seq = 1"
          + " UNION ALL SELECT school, subject, dossier FROM registration";
  private static final String JOIN =
      "INSERT INTO registration (school, subject, dossier) VALUES (?, ?, ?)";
  private final Map<Subject, List<DossierId>> dossiers = new ConcurrentHashMap<>();

  private record Subject(SchoolId school, Hash pupil) {}

  Beginnings(Database database) {
    database.read(this::load);
  }

  /** The dossiers about a pupil. */
  List<DossierId> of(SchoolId school, Hash pupil) {
    return dossiers.getOrDefault(new Subject(school, pupil), List.of());
  }

  /** Every dossier. */
  Stream<Place> places() {
    return dossiers.entrySet().stream()
        .flatMap(one -> one.getValue().stream().map(it -> new Place(one.getKey().school(), it)))
        .distinct();
  }

  /** Whether the dossier is known to be about that pupil. */
  boolean has(Place place, Hash pupil) {
    return of(place.school(), pupil).contains(place.dossier());
  }

  /** The first entry about that pupil in a dossier is on disk. */
  void add(Place place, Hash pupil) {
    dossiers.merge(
        new Subject(place.school(), pupil),
        List.of(place.dossier()),
        (known, more) -> Stream.concat(known.stream(), more.stream()).toList());
  }

  /** Writes down, in the commit of its first entry there, that a dossier is about this one too. */
  static void join(Statements statements, Place place, Hash pupil) throws SQLException {
    statements.run(JOIN, place.school().value(), pupil.bytes(), Ids.bytes(place.dossier().value()));
  }

  private boolean load(Statements statements) throws SQLException {
    try (ResultSet rows = statements.of(BEGINNINGS).executeQuery()) {
      while (rows.next()) {
        Place place =
            new Place(new SchoolId(rows.getString(1)), new DossierId(Ids.uuid(rows.getBytes(3))));
        add(place, new Hash(rows.getBytes(2)));
      }
    }
    return true;
  }
}
