package nl.meldcode.adapter.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.Drafts.Draft;
import nl.meldcode.application.read.OwnDrafts;
import org.jspecify.annotations.Nullable;

/** Keeps what somebody is typing, for the typist alone. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class DraftsResource {
  private static final String FORM = "drafts/{form: [A-Za-z]{3,40}(\\.[\\w-]{1,40}){0,2}}";
  private static final int LARGEST = 64 * 1024;

  private final Visits visits;
  private final OwnDrafts drafts;
  private final ObjectMapper mapper = RestJson.mapper();

  DraftsResource(Visits visits, OwnDrafts drafts) {
    this.visits = visits;
    this.drafts = drafts;
  }

  /** The draft of this form. */
  @GET
  @Path(FORM)
  public Kept get(
      @PathParam("context") String context,
      @PathParam("form") String form,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    Draft draft =
        drafts
            .find(visits.caller(session, context), form)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    return new Kept(draft.savedAt(), draft.json());
  }

  /** Keeps a JSON object of at most 64 KiB. */
  @PUT
  @Path(FORM)
  @Consumes(MediaType.APPLICATION_JSON)
  public Saved put(
      @PathParam("context") String context,
      @PathParam("form") String form,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session,
      String body) {
    Caller caller = visits.caller(session, context);
    if (body.length() > LARGEST || !isObject(body)) {
      throw new ProblemException(
          new Refusals(visits.texts(), caller.locale())
              .of(ProblemType.INVALID_BODY, "refusal.draft"));
    }
    return new Saved(drafts.keep(caller, form, body));
  }

  /** Throws it away. */
  @DELETE
  @Path(FORM)
  public void delete(
      @PathParam("context") String context,
      @PathParam("form") String form,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    drafts.drop(visits.caller(session, context), form);
  }

  private boolean isObject(String body) {
    try {
      JsonNode node = mapper.readTree(body);
      return node != null && node.isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** When it was kept. */
  public record Saved(Instant savedAt) {}

  /** When it was kept, and what. */
  public record Kept(Instant savedAt, @JsonRawValue String draft) {
    @Override
    public String toString() {
      return "Kept";
    }
  }
}
