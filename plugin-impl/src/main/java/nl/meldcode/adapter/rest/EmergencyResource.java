package nl.meldcode.adapter.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.emergency.OpenEmergencyAccess;
import nl.meldcode.application.emergency.ReadEmergencyAccesses;
import nl.meldcode.application.emergency.ReadEmergencyAccesses.Seen;
import nl.meldcode.application.emergency.ReviewEmergencyAccess;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.read.ManyLookUps;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.domain.emergency.EmergencyAccess;
import org.jspecify.annotations.Nullable;

/** Emergency access: opened on a pupil's page, told and reviewed on a page of the school (A04). */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class EmergencyResource {
  private final Visits visits;
  private final OpenEmergencyAccess open;
  private final ReadEmergencyAccesses read;
  private final ReviewEmergencyAccess review;
  private final ManyLookUps lookUps;

  EmergencyResource(
      Visits visits,
      OpenEmergencyAccess open,
      ReadEmergencyAccesses read,
      ReviewEmergencyAccess review,
      ManyLookUps lookUps) {
    this.visits = visits;
    this.open = open;
    this.read = read;
    this.review = review;
    this.lookUps = lookUps;
  }

  /** Opens the pupil's dossier for an hour: 201 when it is on disk, else a problem. */
  @POST
  @Path("emergency-accesses")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response post(
      @PathParam("context") String context,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      byte[] body) {
    Caller caller = visits.caller(session, context);
    Refusals refusals = new Refusals(visits.texts(), caller.locale());
    UUID id = Headers.uuid(key);
    if (id == null) {
      throw new ProblemException(refusals.of(ProblemType.BAD_REQUEST, "refusal.keyMissing"));
    }
    Outcome outcome = open.open(caller, body, id);
    return outcome instanceof Outcome.Opened opened
        ? created("emergency-accesses/", opened.access())
        : refusals.of(outcome).response();
  }

  /** What was used at the school, newest first, for who is told. */
  @GET
  @Path("emergency-accesses")
  public Emergencies get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    Visitor visitor = visits.visitor(session, context);
    List<Seen> all =
        read.of(visitor).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    return new Emergencies(
        visitor.staff().schoolName(),
        all.stream().map(one -> row(one, visitor)).toList(),
        lookUps.of(visitor).stream()
            .map(one -> new LookUpsRow(one.firstAt(), name(one.who(), visitor), one.times()))
            .toList());
  }

  /** Keeps what somebody else thought of it: 201 when it is on disk, else a problem. */
  @POST
  @Path("emergency-accesses/{access}/reviews")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response review(
      @PathParam("context") String context,
      @PathParam("access") String access,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session,
      byte[] body) {
    Visitor visitor = visits.visitor(session, context);
    UUID id = Headers.uuid(access);
    Outcome outcome = id == null ? new Outcome.NotThere() : review.review(visitor, id, body);
    return outcome instanceof Outcome.Opened reviewed
        ? created("../", reviewed.access())
        : new Refusals(visits.texts(), visitor.locale()).of(outcome).response();
  }

  private static Response created(String from, EmergencyAccess access) {
    return Response.created(URI.create(from + access.id()))
        .entity(new OpenedRow(access.id().toString(), access.at(), access.until()))
        .build();
  }

  private static EmergencyRow row(Seen seen, Visitor visitor) {
    EmergencyAccess access = seen.access();
    EmergencyAccess.Review review = access.review();
    return new EmergencyRow(
        access.id().toString(),
        access.at(),
        access.until(),
        name(access.staff(), visitor),
        seen.pupil(),
        seen.reason(),
        review == null
            ? null
            : new ReviewRow(
                review.at(), name(review.by(), visitor), review.justified(), seen.note()),
        seen.mayReview());
  }

  private static String name(StaffId id, Visitor visitor) {
    return visitor.staff().member(id).map(StaffMember::name).orElse("");
  }

  /** An access that is open. */
  public record OpenedRow(String id, Instant recordedAt, Instant endsAt) {}

  /** What was used at a school, and who was stopped from looking up more pupils there. */
  public record Emergencies(String school, List<EmergencyRow> accesses, List<LookUpsRow> lookUps) {}

  /**
   * One person on one day.
   *
   * @param who empty for who does not work at this school
   * @param times how often
   */
  public record LookUpsRow(Instant firstAt, String who, int times) {
    @Override
    public String toString() {
      return "LookUpsRow";
    }
  }

  /**
   * One access.
   *
   * @param who empty for who does not work at this school
   * @param pupil null for who may know of no child, or while the host does not say
   */
  public record EmergencyRow(
      String id,
      Instant recordedAt,
      Instant endsAt,
      String who,
      @Nullable String pupil,
      @Nullable String reason,
      @Nullable ReviewRow review,
      boolean mayReview) {
    @Override
    public String toString() {
      return "EmergencyRow";
    }
  }

  /** What somebody else thought of it. */
  public record ReviewRow(Instant recordedAt, String by, boolean justified, @Nullable String note) {
    @Override
    public String toString() {
      return "ReviewRow";
    }
  }
}
