package nl.meldcode.adapter.rest;

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
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.register.ReadRegister;
import nl.meldcode.application.register.ReferToBoard;
import nl.meldcode.domain.register.BoardReferral;
import org.jspecify.annotations.Nullable;

/** The board's register: everybody adds, the board reads all, the others their own (B.10). */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class ReferralsResource {
  private final Visits visits;
  private final ReferToBoard referToBoard;
  private final ReadRegister readRegister;

  ReferralsResource(Visits visits, ReferToBoard referToBoard, ReadRegister readRegister) {
    this.visits = visits;
    this.referToBoard = referToBoard;
    this.readRegister = readRegister;
  }

  /** Records that the caller goes to the board: 201 when it is on disk. There is no body. */
  @POST
  @Path("referrals")
  public Response post(
      @PathParam("context") String context,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    Visitor visitor = visits.visitor(session, context);
    UUID id = Headers.uuid(key);
    if (id == null) {
      Refusals refusals = new Refusals(visits.texts(), visitor.locale());
      throw new ProblemException(refusals.of(ProblemType.BAD_REQUEST, "refusal.keyMissing"));
    }
    return referToBoard
        .record(visitor, id)
        .map(
            one ->
                Response.created(URI.create("referrals/" + one.id()))
                    .entity(row(one, visitor))
                    .build())
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
  }

  /** What the caller may see, newest first. */
  @GET
  @Path("referrals")
  public Register get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    Visitor visitor = visits.visitor(session, context);
    return new Register(
        visitor.staff().schoolName(),
        readRegister.of(visitor).stream().map(one -> row(one, visitor)).toList());
  }

  private static ReferralRow row(BoardReferral referral, Visitor visitor) {
    String writer = visitor.staff().member(referral.writer()).map(StaffMember::name).orElse("");
    boolean own = referral.writer().equals(visitor.person().id());
    return new ReferralRow(referral.at(), writer, own);
  }

  /** The register of a school. */
  public record Register(String school, List<ReferralRow> referrals) {}

  /**
   * One referral.
   *
   * @param writer empty when the writer does not work there any more
   */
  public record ReferralRow(Instant recordedAt, String writer, boolean own) {
    @Override
    public String toString() {
      return "ReferralRow";
    }
  }
}
