package nl.meldcode.adapter.rest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.reminding.OwnReminders;
import org.jspecify.annotations.Nullable;

/** Whether somebody is reminded by mail of what there is to do. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class RemindersResource {
  private final Visits visits;
  private final OwnReminders reminders;

  RemindersResource(Visits visits, OwnReminders reminders) {
    this.visits = visits;
    this.reminders = reminders;
  }

  /** As it is now. */
  @GET
  @Path("reminders")
  public ReminderView get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return view(visits.visitor(session, context));
  }

  /** The caller wants them; 404 for who gets none in any case. */
  @PUT
  @Path("reminders")
  public ReminderView want(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return want(visits.visitor(session, context), true);
  }

  /** The caller does not want them; 404 as above. */
  @DELETE
  @Path("reminders")
  public ReminderView doNotWant(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return want(visits.visitor(session, context), false);
  }

  private ReminderView want(Visitor visitor, boolean wanted) {
    if (!reminders.want(visitor, wanted)) {
      throw new ProblemException(ProblemType.NOT_FOUND);
    }
    return view(visitor);
  }

  private ReminderView view(Visitor visitor) {
    Optional<Boolean> wanted = reminders.wanted(visitor);
    return new ReminderView(wanted.isPresent(), wanted.orElse(false));
  }

  /**
   * The setting of one person.
   *
   * @param offered whether there are reminders for this person at all
   */
  public record ReminderView(boolean offered, boolean wanted) {}
}
