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
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.linking.ShowLinks;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.LinkDecision;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.linking.LinkState;
import org.jspecify.annotations.Nullable;

/** The dossiers that belong together with that of the pupil (A.10). */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class LinksResource {
  private final Visits visits;
  private final ShowLinks showLinks;

  LinksResource(Visits visits, ShowLinks showLinks) {
    this.visits = visits;
    this.showLinks = showLinks;
  }

  /** All links; 404 for who may not know of any. */
  @GET
  @Path("links")
  public List<LinkRow> get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    Caller caller = visits.caller(session, context);
    return showLinks
        .of(caller)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND))
        .stream()
        .map(one -> row(one, caller))
        .toList();
  }

  private static LinkRow row(ShowLinks.Row one, Caller caller) {
    var standing = one.standing();
    boolean own = one.pupil().equals(caller.pupil());
    return new LinkRow(
        one.other().id().toString(),
        standing.link().kind(),
        standing.state(),
        standing.since(),
        own ? "" : one.name(),
        one.group(),
        own,
        one.other().closure().isPresent(),
        one.decidable(),
        decision(standing.by(), caller));
  }

  private static @Nullable DecisionRow decision(@Nullable Stated<LinkDecision> by, Caller caller) {
    return by == null
        ? null
        : new DecisionRow(
            caller
                .around()
                .staff()
                .member(by.recorded().author())
                .map(StaffMember::name)
                .orElse(""),
            by.entry().reason());
  }

  /**
   * A link: that there is a dossier, never what is in it.
   *
   * @param ownPupil it is an earlier or later dossier of the same pupil
   * @param decidable whether the reader can decide on it here
   * @param decided null when nobody decided on it
   */
  public record LinkRow(
      String other,
      LinkKind link,
      LinkState state,
      Instant since,
      String name,
      String group,
      boolean ownPupil,
      boolean closed,
      boolean decidable,
      @Nullable DecisionRow decided) {
    @Override
    public String toString() {
      return "LinkRow[" + other + "]";
    }
  }

  /** Who decided, and why. */
  public record DecisionRow(String by, String reason) {
    @Override
    public String toString() {
      return "DecisionRow";
    }
  }
}
