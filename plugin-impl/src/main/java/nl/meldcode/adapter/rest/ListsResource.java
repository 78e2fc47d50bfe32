package nl.meldcode.adapter.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.lists.KeepLists;
import nl.meldcode.application.lists.ReadLists;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.domain.school.KeptLists;
import nl.meldcode.domain.school.SchoolLists;
import org.jspecify.annotations.Nullable;

/** The lists that a school fills in itself (S1.9, S4.9). */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class ListsResource {
  private final Visits visits;
  private final ReadLists readLists;
  private final KeepLists keepLists;

  ListsResource(Visits visits, ReadLists readLists, KeepLists keepLists) {
    this.visits = visits;
    this.readLists = readLists;
    this.keepLists = keepLists;
  }

  /** What counts, and for who keeps the lists what waits for approval. */
  @GET
  @Path("lists")
  public Response get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    Visitor visitor = visits.visitor(session, context);
    ReadLists.Seen seen =
        readLists.of(visitor).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    return Response.ok(
            new ListsView(
                visitor.staff().schoolName(),
                row(seen.inForce(), visitor),
                row(seen.proposed(), visitor),
                gaps(seen.gaps(), visitor.locale()),
                seen.mayMaintain(),
                seen.approves(),
                seen.seesHealth()))
        .tag(String.valueOf(seen.version()))
        .build();
  }

  /** Keeps a new version of all lists: 200 when it is on disk, else a problem. */
  @PUT
  @Path("lists")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(
      @PathParam("context") String context,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      byte[] body) {
    Visitor visitor = visits.visitor(session, context);
    Outcome outcome = keepLists.keep(visitor, body, Headers.version(ifMatch));
    if (outcome instanceof Outcome.Listed kept) {
      return Response.ok(row(kept.lists(), visitor))
          .tag(String.valueOf(kept.lists().version()))
          .build();
    }
    return new Refusals(visits.texts(), visitor.locale()).of(outcome).response();
  }

  private static @Nullable ListsRow row(@Nullable KeptLists kept, Visitor visitor) {
    return kept == null
        ? null
        : new ListsRow(
            kept.at(),
            visitor.staff().member(kept.author()).map(StaffMember::name).orElse(""),
            kept.inForce(),
            kept.lists());
  }

  private @Nullable List<Gap> gaps(@Nullable Set<Capability> off, Locale locale) {
    return off == null
        ? null
        : off.stream()
            .map(
                one ->
                    new Gap(
                        visits.texts().say(locale, one.off()),
                        visits.texts().say(locale, one.instead())))
            .toList();
  }

  /**
   * The lists as one visitor sees them.
   *
   * @param gaps what the host cannot do; null while it does not say, and for who keeps no lists
   */
  public record ListsView(
      String school,
      @Nullable ListsRow inForce,
      @Nullable ListsRow proposed,
      @Nullable List<Gap> gaps,
      boolean mayMaintain,
      boolean approves,
      boolean seesHealth) {}

  /** Something that does not work with this host, and what the school does instead. */
  public record Gap(String off, String instead) {}

  /**
   * A version.
   *
   * @param author empty when whoever kept it does not work there any more
   */
  public record ListsRow(Instant recordedAt, String author, boolean inForce, SchoolLists lists) {
    @Override
    public String toString() {
      return "ListsRow";
    }
  }
}
