package nl.meldcode.move;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import nl.meldcode.sql.Statements;

/** A table that is the same in both kinds of database, and how it is read and written. */
final class Copied {
  /** Files are large: few of them at a time are held in memory. */
  private static final int FILES_AT_ONCE = 2;

  private static final int ROWS_AT_ONCE = 500;

  private final String name;
  @CompileTimeConstant private final String count;
  @CompileTimeConstant final String read;
  @CompileTimeConstant private final String write;

  Copied(
      String name,
      @CompileTimeConstant final String count,
      @CompileTimeConstant final String read,
      @CompileTimeConstant final String write) {
    this.name = name;
    this.count = count;
    this.read = read;
    this.write = write;
  }

  /** What to do with each row. */
  private interface EachRow {
    void on(Object[] row) throws SQLException;
  }

  String name() {
    return name;
  }

  /** How many rows it holds. */
  long rows(Statements from) throws SQLException {
    try (ResultSet answer = from.of(count).executeQuery()) {
      answer.next();
      return answer.getLong(1);
    }
  }

  /** Sums up what it holds. */
  RowSum sum(Statements from, LongConsumer progress) throws SQLException {
    RowSum sum = new RowSum();
    each(
        from,
        row -> {
          sum.add(name, row);
          progress.accept(sum.rows());
        });
    return sum;
  }

  /** Copies every row. */
  void copy(Statements from, Statements to, LongConsumer progress) throws SQLException {
    long[] done = {0};
    each(
        from,
        row -> {
          to.run(write, row);
          progress.accept(++done[0]);
        });
  }

  private void each(Statements from, EachRow action) throws SQLException {
    PreparedStatement statement = from.of(read);
    statement.setFetchSize(name.equals("attachment") ? FILES_AT_ONCE : ROWS_AT_ONCE);
    try (ResultSet rows = statement.executeQuery()) {
      Object[] row = new Object[rows.getMetaData().getColumnCount()];
      while (rows.next()) {
        for (int i = 0; i < row.length; i++) {
          row[i] = rows.getObject(i + 1);
        }
        action.on(row);
      }
    }
  }
}
