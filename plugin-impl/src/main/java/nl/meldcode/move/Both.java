package nl.meldcode.move;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.meldcode.move.MoveStore.Moved;
import nl.meldcode.progress.Progress;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Postgres;
import nl.meldcode.sql.PostgresDatabase;
import nl.meldcode.sql.Statements;

/** What is recorded, and apart from it its wrapped keys: one side of a move. */
record Both(Database store, Database keys) implements AutoCloseable {
  private static final int LOOKS = 10;
  private static final int BETWEEN_MILLIS = 300;
  private static final String OTHERS =
      "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'meldcode'"
          + " AND datname = current_database() AND pid <> pg_backend_pid()";

  /** What is not in all databases alike. */
  interface Rest {
    void copy(Statements from, Statements to) throws SQLException;
  }

  static Both in(Postgres postgres) {
    return new Both(
        PostgresDatabase.of(postgres, Postgres.Part.STORE),
        PostgresDatabase.of(postgres, Postgres.Part.KEYS));
  }

  /** Whatever started there once left its mark: nobody else's keys get in between. */
  void refuseUnlessEmpty() {
    long rows =
        store.read(s -> count(s.of("SELECT count(*) FROM belongs_to").executeQuery()))
            + keys.read(s -> count(s.of("SELECT count(*) FROM admin_check").executeQuery()));
    if (rows > 0) {
      throw new MoveRefused(
          "that database is in use, or holds what a move left that was interrupted; nothing was"
              + " changed. Move to an empty one, without the schemas meldcode and meldcode_keys");
    }
  }

  /** A connection of our own that was just closed may be seen for a moment. */
  void refuseOthers() {
    for (int look = 0; others() > 0; look++) {
      if (look == LOOKS) {
        throw new MoveRefused("a node of that database runs: stop all of them first");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MoveRefused("interrupted", e);
      }
    }
  }

  private long others() {
    return store.read(s -> count(s.of(OTHERS).executeQuery()));
  }

  private static long count(ResultSet answer) throws SQLException {
    try (answer) {
      answer.next();
      return answer.getLong(1);
    }
  }

  /** Keys first: what is recorded is never there without. */
  void copy(Both to, Rest rest, Progress progress) {
    copy(keys, to.keys, Tables.KEYS, (none, nowhere) -> {}, progress);
    copy(store, to.store, Tables.STORE, rest, progress);
  }

  private static void copy(
      Database from, Database to, List<Copied> tables, Rest rest, Progress progress) {
    from.write(
        reader ->
            reader.together(
                read ->
                    to.write(
                        writer ->
                            writer.together(
                                write -> {
                                  for (Copied table : tables) {
                                    progress.begin(table.name(), table.rows(read));
                                    table.copy(read, write, progress::at);
                                  }
                                  rest.copy(read, write);
                                  return true;
                                }))));
  }

  /** Reads both sides and holds them against one another. */
  Moved compared(Both to, Progress progress) {
    RowSum here = sum(progress);
    RowSum there = to.sum(progress);
    if (!here.hex().equals(there.hex()) || here.rows() != there.rows()) {
      throw new MoveRefused("what was written is not what was read; nothing was changed here");
    }
    return new Moved(here.rows(), here.hex());
  }

  private RowSum sum(Progress progress) {
    RowSum sum = new RowSum();
    sum.add(sum(store, Tables.STORE, progress));
    sum.add(sum(keys, Tables.KEYS, progress));
    return sum;
  }

  private static RowSum sum(Database from, List<Copied> tables, Progress progress) {
    return from.write(
        reader ->
            reader.together(
                read -> {
                  RowSum sum = new RowSum();
                  for (Copied table : tables) {
                    progress.begin(table.name(), table.rows(read));
                    sum.add(table.sum(read, progress::at));
                  }
                  return sum;
                }));
  }

  @Override
  public void close() {
    store.close();
    keys.close();
  }
}
