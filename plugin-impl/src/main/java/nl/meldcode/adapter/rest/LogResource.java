package nl.meldcode.adapter.rest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.read.ReadLog;
import nl.meldcode.application.read.ReadLog.Deed;
import nl.meldcode.domain.access.Role;
import org.jspecify.annotations.Nullable;

/** Who looked at the pupil's dossier and recorded in it (C.7). */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class LogResource {
  private final Visits visits;
  private final ReadLog readLog;

  LogResource(Visits visits, ReadLog readLog) {
    this.visits = visits;
    this.readLog = readLog;
  }

  /** The newest lines; 404 for who may not know of a dossier. */
  @GET
  @Path("log")
  public LogView get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    Caller caller = visits.caller(session, context);
    ReadLog.Log log =
        readLog.of(caller).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    return new LogView(
        log.everybody(), log.cut(), log.lines().stream().map(one -> row(one, caller)).toList());
  }

  private static LogRow row(ReadLog.Line line, Caller caller) {
    String who =
        Optional.ofNullable(line.who())
            .flatMap(caller.around().staff()::member)
            .map(StaffMember::name)
            .orElse("");
    return new LogRow(line.at(), line.deed(), who, line.role(), line.about());
  }

  /**
   * The log.
   *
   * @param everybody whether what others did is among the lines
   * @param cut whether older lines were left out
   */
  public record LogView(boolean everybody, boolean cut, List<LogRow> lines) {
    @Override
    public String toString() {
      return "LogView";
    }
  }

  /**
   * One line.
   *
   * @param who empty for who no longer works here, or was not named
   * @param role in which it was permitted; null where no role was
   * @param about kind of entry, or part of the page
   */
  public record LogRow(Instant at, Deed deed, String who, @Nullable Role role, String about) {
    @Override
    public String toString() {
      return "LogRow";
    }
  }
}
