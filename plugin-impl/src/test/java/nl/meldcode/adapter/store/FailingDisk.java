package nl.meldcode.adapter.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Stands in front of a connection that writes, and fails it as a disk would. For one thread. */
final class FailingDisk implements UnaryOperator<Connection> {
  private Fault fault = Fault.FULL;
  private int from;
  private int until;
  private int writes;
  private boolean failed;

  /** What a disk does to a write. */
  enum Fault {
    /** There is no room. */
    FULL(SQLiteErrorCode.SQLITE_FULL),
    /** It takes nothing. */
    NOT_WRITTEN(SQLiteErrorCode.SQLITE_IOERR_WRITE),
    /** It takes all, and the sync after it fails. */
    NOT_SYNCED(SQLiteErrorCode.SQLITE_IOERR_FSYNC),
    /** It takes all, and there is no memory to go on with. */
    NO_MEMORY(SQLiteErrorCode.SQLITE_NOMEM);

    private final SQLiteErrorCode code;

    Fault(SQLiteErrorCode code) {
      this.code = code;
    }

    /** Whether what was refused may be found written. */
    boolean isWritten() {
      return this == NOT_SYNCED || this == NO_MEMORY;
    }
  }

  /** Fails the n-th write from now on, the first being 1. */
  void failOnce(Fault how, int number) {
    fail(how, number, number);
  }

  /** Fails that one and all that follow, until {@link #heal}. */
  void failFrom(Fault how, int number) {
    fail(how, number, Integer.MAX_VALUE);
  }

  private void fail(Fault how, int first, int last) {
    fault = how;
    from = first;
    until = last;
    writes = 0;
    failed = false;
  }

  void heal() {
    from = 0;
    until = 0;
  }

  /** Whether a write failed since it was last told to. */
  boolean failed() {
    return failed;
  }

  @Override
  public Connection apply(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object made = call(connection, method, arguments);
          if (made instanceof PreparedStatement statement) {
            boolean undoes = arguments != null && "ROLLBACK".equals(arguments[0]);
            return writing(PreparedStatement.class, statement, undoes);
          }
          return made instanceof Statement statement
              ? writing(Statement.class, statement, false)
              : made;
        });
  }

  private <T> T writing(Class<T> type, T statement, boolean undoes) {
    return proxy(
        type,
        (method, arguments) ->
            method.getName().equals("executeUpdate")
                ? write(statement, undoes, method, arguments)
                : call(statement, method, arguments));
  }

  /** Undoing fails only where everything does. */
  private @Nullable Object write(
      Object statement, boolean undoes, Method method, Object @Nullable [] arguments)
      throws SQLException {
    writes += undoes ? 0 : 1;
    boolean fails = writes >= from && (undoes ? until == Integer.MAX_VALUE : writes <= until);
    if (!fails) {
      return call(statement, method, arguments);
    }
    failed = true;
    if (fault.isWritten()) {
      call(statement, method, arguments);
    }
    if (fault == Fault.NO_MEMORY) {
      throw new OutOfMemoryError("made to run out");
    }
    // As the driver does: it is of no use any more.
    ((Statement) statement).close();
    throw new SQLiteException("made to fail", fault.code);
  }

  /** What is done instead of a call. */
  private interface Instead {
    @Nullable Object of(Method method, Object @Nullable [] arguments) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, Instead instead) {
    return type.cast(
        Proxy.newProxyInstance(
            FailingDisk.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> instead.of(method, arguments)));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws SQLException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
