package nl.meldcode.adapter.rest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.figures.ReadFigures;
import nl.meldcode.application.figures.ReadFigures.Seen;
import nl.meldcode.domain.entry.Route;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.figures.Answer;
import nl.meldcode.domain.figures.Figures;
import nl.meldcode.domain.figures.Row;
import nl.meldcode.domain.figures.Standing;
import org.jspecify.annotations.Nullable;

/** The figures of the school, small numbers hidden. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class FiguresResource {
  private final Visits visits;
  private final ReadFigures read;

  FiguresResource(Visits visits, ReadFigures read) {
    this.visits = visits;
    this.read = read;
  }

  /** Those of the present school year; 404 for who may not see them. */
  @GET
  @Path("figures")
  public FiguresView present(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return figures(context, session, 0);
  }

  /** Those of the school year that began in that calendar year; 404 also for one long ago. */
  @GET
  @Path("figures/{year: [0-9]{4}}")
  public FiguresView ofYear(
      @PathParam("context") String context,
      @PathParam("year") String year,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return figures(context, session, Integer.parseInt(year));
  }

  private FiguresView figures(String context, @Nullable Cookie session, int year) {
    Visitor visitor = visits.visitor(session, context);
    Seen seen =
        read.of(visitor, year).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    Figures figures = seen.figures();
    List<Step> steps = Step.NUMBERED;
    return new FiguresView(
        visitor.staff().schoolName(),
        seen.year(),
        seen.years(),
        seen.whole(),
        seen.asOf(),
        row("dossiers", figures.routes(), names(Route.values())),
        row("reports", figures.reports(), List.of("REPORTED", "NOT_REPORTED")),
        IntStream.range(0, steps.size())
            .mapToObj(
                at -> row(steps.get(at).id(), figures.steps().get(at), names(Standing.values())))
            .toList(),
        IntStream.range(0, steps.size())
            .mapToObj(at -> new TimeRow(steps.get(at).id(), figures.days().get(at).orElse(null)))
            .toList(),
        row("answers", figures.answers(), names(Answer.values())));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static FigureRow row(String name, Row row, List<String> parts) {
    return new FigureRow(
        name,
        row.total().count(),
        IntStream.range(0, parts.size())
            .mapToObj(at -> new FigurePart(parts.get(at), row.parts().get(at).count()))
            .toList());
  }

  /**
   * The figures of one school year.
   *
   * @param year in which it began
   * @param years that can be asked for, newest first
   * @param whole false when some dossiers could not be counted now
   * @param steps where the five steps of these dossiers stand
   * @param times how long after the opening they were begun
   * @param answers to reports, of all who are asked
   */
  public record FiguresView(
      String school,
      int year,
      List<Integer> years,
      boolean whole,
      Instant asOf,
      FigureRow dossiers,
      FigureRow reports,
      List<FigureRow> steps,
      List<TimeRow> times,
      FigureRow answers) {}

  /**
   * A total and its parts.
   *
   * @param total null when it is less than five; then so is each part
   */
  public record FigureRow(String key, @Nullable Integer total, List<FigurePart> parts) {}

  /**
   * A part of a total.
   *
   * @param count null when it is not shown: less than five, or such a number would follow from it
   */
  public record FigurePart(String key, @Nullable Integer count) {}

  /**
   * How long after the opening a step was begun, in the dossiers in which it is done.
   *
   * @param medianSchoolDays null when they are too few
   */
  public record TimeRow(String step, @Nullable Double medianSchoolDays) {}
}
