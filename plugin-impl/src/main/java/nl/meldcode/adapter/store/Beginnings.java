package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;

/** Which dossiers are about whom, in memory, equal to the first entries in the database. */
final class Beginnings {
  private static final String BEGINNINGS =
      "SELECT school, subject, dossier FROM entry WHERE seq = 1 ORDER BY at, dossier";
  private final Map<Subject, List<DossierId>> dossiers = new ConcurrentHashMap<>();

  private record Subject(SchoolId school, Hash pupil) {}

  Beginnings(Database database) {
    database.read(this::load);
  }

  /** The dossiers about a pupil, oldest first. */
  List<DossierId> of(SchoolId school, Hash pupil) {
    return dossiers.getOrDefault(new Subject(school, pupil), List.of());
  }

  /** The first dossier of every pupil. */
  List<Place> first() {
    return dossiers.entrySet().stream()
        .map(one -> new Place(one.getKey().school(), one.getValue().get(0)))
        .toList();
  }

  /** The first entry of a dossier is on disk. */
  void add(Place place, Hash pupil) {
    dossiers.merge(
        new Subject(place.school(), pupil),
        List.of(place.dossier()),
        (known, more) -> Stream.concat(known.stream(), more.stream()).toList());
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
