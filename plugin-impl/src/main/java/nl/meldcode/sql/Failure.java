package nl.meldcode.sql;

import java.sql.SQLException;
import nl.meldcode.application.port.StoreUnavailable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** What a PostgreSQL server or its driver said went wrong. */
record Failure(String state) {
  /** Its disk, or what it was given of it, is full. */
  private static final String DISK_FULL = "53100";

  /** It became a standby, or stands behind an address that leads to one. */
  private static final String READ_ONLY = "25006";

  static Failure of(SQLException e) {
    String state = e.getSQLState();
    return new Failure(state == null ? "" : state);
  }

  /** Whether something else than the primary key is there already. */
  static boolean isRepeated(PSQLException e) {
    ServerErrorMessage said = e.getServerErrorMessage();
    String constraint = said == null ? null : said.getConstraint();
    return PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())
        && constraint != null
        && !constraint.endsWith("_pkey");
  }

  StoreUnavailable.Why why() {
    return state.equals(DISK_FULL) ? StoreUnavailable.Why.NO_ROOM : StoreUnavailable.Why.FAILED;
  }

  /**
   * Whether this connection, and those that were opened with it, are of no use any more: it broke
   * or took too long (08xxx), the server ended it (57P01 to 57P05), or takes no writes.
   */
  boolean isLost() {
    return state.startsWith("08") || state.startsWith("57P0") || state.equals(READ_ONLY);
  }
}
