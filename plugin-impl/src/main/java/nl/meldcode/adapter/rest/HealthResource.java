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
import java.util.Locale;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.health.Health;
import nl.meldcode.application.health.Level;
import nl.meldcode.application.health.Part;
import nl.meldcode.application.health.Report;
import nl.meldcode.application.read.ReadHealth;
import nl.meldcode.application.text.Texts;
import org.jspecify.annotations.Nullable;

/** How the plugin itself is, for who looks after it at a school. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  private final Visits visits;
  private final ReadHealth readHealth;

  HealthResource(Visits visits, ReadHealth readHealth) {
    this.visits = visits;
    this.readHealth = readHealth;
  }

  /** As it was seen last, at most half a minute ago; 404 for who does not look after it. */
  @GET
  @Path("health")
  public HealthView get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    Visitor visitor = visits.visitor(session, context);
    Report report =
        readHealth.of(visitor).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    return new HealthView(
        report.asOf(),
        report.level(),
        report.all().stream().map(one -> row(one, visitor.locale())).toList());
  }

  private HealthRow row(Health health, Locale locale) {
    Texts texts = visits.texts();
    Object[] arguments = health.arguments().toArray();
    return new HealthRow(
        health.part(),
        health.level(),
        texts.say(locale, health.part().key()),
        texts.say(locale, health.key(), arguments),
        health.level() == Level.OK ? null : texts.say(locale, health.todo(), arguments));
  }

  /**
   * How everything is.
   *
   * @param level that of the worst part
   */
  public record HealthView(Instant asOf, Level level, List<HealthRow> parts) {}

  /**
   * How one part is.
   *
   * @param todo what to do about it; null when it is well
   */
  public record HealthRow(
      Part part, Level level, String label, String state, @Nullable String todo) {}
}
