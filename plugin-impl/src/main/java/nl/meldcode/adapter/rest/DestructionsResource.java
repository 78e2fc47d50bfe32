package nl.meldcode.adapter.rest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.destruction.ReadDestructions;
import nl.meldcode.application.destruction.ReadDestructions.Seen;
import nl.meldcode.application.destruction.ReadDestructions.Waiting.Subject;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.entry.DestructionRequest.Requester;
import org.jspecify.annotations.Nullable;

/** What was destroyed at the school, and for the head what waits (C.5). */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class DestructionsResource {
  private final Visits visits;
  private final ReadDestructions read;

  DestructionsResource(Visits visits, ReadDestructions read) {
    this.visits = visits;
    this.read = read;
  }

  /** All of it; 404 for who may not see it. */
  @GET
  @Path("destructions")
  public Destructions get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    Visitor visitor = visits.visitor(session, context);
    Seen seen = read.of(visitor).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    return new Destructions(
        visitor.staff().schoolName(),
        seen.waiting().stream()
            .map(
                one ->
                    new WaitingRow(
                        one.pupil(), one.subject(), one.requester(), one.due(), one.held()))
            .toList(),
        seen.certificates().stream().map(one -> row(one, visitor)).toList());
  }

  private static CertificateRow row(Certificate one, Visitor visitor) {
    return new CertificateRow(
        one.dossier().toString(),
        one.entries().size(),
        one.at(),
        one.requester(),
        name(one.askedBy(), visitor),
        name(one.decidedBy(), visitor));
  }

  private static String name(StaffId id, Visitor visitor) {
    return visitor.staff().member(id).map(StaffMember::name).orElse("");
  }

  /** What was destroyed, and what waits. */
  public record Destructions(
      String school, List<WaitingRow> waiting, List<CertificateRow> certificates) {}

  /**
   * A dossier about which something is to be decided.
   *
   * @param pupil empty for who is not at the school any more
   * @param requester who asks for destruction; null where it is about something else
   */
  public record WaitingRow(
      String pupil, Subject subject, @Nullable Requester requester, LocalDate dueOn, boolean held) {
    @Override
    public String toString() {
      return "WaitingRow";
    }
  }

  /**
   * A dossier that was destroyed, or some of its entries.
   *
   * @param entryCount how many; 0 for the whole dossier
   * @param askedBy empty, like {@code decidedBy}, for who does not work there any more
   */
  public record CertificateRow(
      String id,
      int entryCount,
      Instant destroyedAt,
      Requester requester,
      String askedBy,
      String decidedBy) {
    @Override
    public String toString() {
      return "CertificateRow";
    }
  }
}
