package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.EveryDossier;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Dossiers along the primary key, past the cache of those in use. The connection is given back
 * after each of them.
 */
final class SqlEveryDossier implements EveryDossier {
  private static final String COUNT = "SELECT count(*) FROM entry WHERE seq = 1";
  private static final String NEXT =
      "SELECT school, dossier FROM entry WHERE (school, dossier) > (?, ?) AND seq = 1"
          + " ORDER BY school, dossier LIMIT 500";
  private static final byte[] FIRST = {};
  private final Database database;
  private final Heads heads;
  private final EntryTable table;

  SqlEveryDossier(Database database, Heads heads, EntryTable table) {
    this.database = database;
    this.heads = heads;
    this.table = table;
  }

  @Override
  public long count() {
    return database.read(
        statements -> {
          try (ResultSet row = statements.of(COUNT).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
          }
        });
  }

  @Override
  public void show(Consumer<Dossier> each, Consumer<SchoolId> damaged) {
    Place last = null;
    List<Place> some = after(last);
    while (!some.isEmpty()) {
      for (Place place : some) {
        show(place, each, damaged);
        last = place;
      }
      some = after(last);
    }
  }

  private void show(Place place, Consumer<Dossier> each, Consumer<SchoolId> damaged) {
    Dossier dossier;
    try {
      Head head = heads.seen(place);
      List<Recorded> entries = database.read(statements -> table.read(statements, place, head));
      if (entries.isEmpty()) {
        return;
      }
      long end = Math.max(head.seq(), entries.get(entries.size() - 1).seq());
      dossier = Dossier.upTo(end, place.school(), entries);
    } catch (Tampered e) {
      damaged.accept(place.school());
      return;
    }
    each.accept(dossier);
  }

  private List<Place> after(@Nullable Place last) {
    return database.read(
        last == null
            ? statements -> next(statements, "", FIRST)
            : statements ->
                next(statements, last.school().value(), Ids.bytes(last.dossier().value())));
  }

  private static List<Place> next(Statements statements, String school, byte[] dossier)
      throws SQLException {
    List<Place> places = new ArrayList<>();
    try (ResultSet rows = statements.of(NEXT, school, dossier).executeQuery()) {
      while (rows.next()) {
        places.add(
            new Place(new SchoolId(rows.getString(1)), new DossierId(Ids.uuid(rows.getBytes(2)))));
      }
    }
    return places;
  }
}
