package nl.meldcode.referencehost.store;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nl.meldcode.referencehost.model.Enrollment;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Household;
import nl.meldcode.referencehost.model.Note;
import nl.meldcode.referencehost.model.Person;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.Relation;
import nl.meldcode.referencehost.model.RosterData;
import nl.meldcode.referencehost.model.School;
import nl.meldcode.referencehost.model.Staff;

/** Keeps the roster in the database. */
public final class RosterStore {
  private final Database database;

  public RosterStore(Database database) {
    this.database = database;
  }

  /** The stored roster; at the first start the seed becomes it. */
  public Roster loadOr(Supplier<RosterData> seed) {
    if (all(School.class).isEmpty()) {
      save(seed.get());
    }
    return new Roster(
        new RosterData(
            all(School.class),
            all(Group.class),
            all(Staff.class),
            all(Pupil.class),
            all(Enrollment.class),
            all(Person.class),
            all(Relation.class),
            all(Note.class),
            all(Household.class)));
  }

  /** Changes the roster and tells of it, all of it or nothing. */
  public void change(Roster roster, UnaryOperator<RosterData> change, Runnable telling) {
    database.atomically(
        () -> {
          RosterData changed = change.apply(roster.data());
          database.update("DELETE FROM roster");
          insertAll(changed);
          telling.run();
          roster.become(changed);
          return changed;
        });
  }

  private void save(RosterData data) {
    database.atomically(
        () -> {
          insertAll(data);
          return data;
        });
  }

  private void insertAll(RosterData data) {
    List.of(
            data.schools(),
            data.groups(),
            data.staff(),
            data.pupils(),
            data.enrollments(),
            data.persons(),
            data.relations(),
            data.notes(),
            data.households())
        .forEach(this::insert);
  }

  private void insert(List<? extends Record> items) {
    for (int i = 0; i < items.size(); i++) {
      Record item = items.get(i);
      String kind = item.getClass().getSimpleName();
      database.update("INSERT INTO roster VALUES (?, ?, ?)", kind, i, Json.write(item));
    }
  }

  private <T extends Record> List<T> all(Class<T> type) {
    return database.list(
        "SELECT json FROM roster WHERE kind = ? ORDER BY seq",
        row -> Json.read(row.getString(1), type),
        type.getSimpleName());
  }
}
