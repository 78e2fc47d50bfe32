package nl.meldcode.adapter.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.record.TakeUpload;
import nl.meldcode.domain.dossier.Attachment;
import org.jspecify.annotations.Nullable;

/** Takes a file, which an entry names afterwards. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class AttachmentsResource {
  private static final long SCANNER_BACK_IN_SECONDS = 60;

  private final Visits visits;
  private final TakeUpload takeUpload;

  AttachmentsResource(Visits visits, TakeUpload takeUpload) {
    this.visits = visits;
    this.takeUpload = takeUpload;
  }

  /**
   * Keeps one file, the whole body: a photo or a PDF. Its bytes say which; name and type that come
   * along are not looked at.
   */
  @POST
  @Path("attachments")
  @Consumes(MediaType.WILDCARD)
  public Response post(
      @PathParam("context") String context,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session,
      InputStream body) {
    Caller caller = visits.caller(session, context);
    Refusals refusals = new Refusals(visits.texts(), caller.locale());
    Outcome outcome = takeUpload.take(caller, () -> read(body, refusals));
    if (outcome instanceof Outcome.Taken taken) {
      Attachment file = taken.file();
      return Response.status(Response.Status.CREATED)
          .entity(new KeptFile(file.id().toString(), file.sha256(), file.mediaType(), file.size()))
          .build();
    }
    if (outcome instanceof Outcome.TooSoon early) {
      return refusals.of(outcome).response(early.left().toSeconds() + 1);
    }
    return outcome instanceof Outcome.NoScanner
        ? refusals.of(outcome).response(SCANNER_BACK_IN_SECONDS)
        : refusals.of(outcome).response();
  }

  /** No more of it than may be kept, whatever its header says of its length. */
  private static byte[] read(InputStream body, Refusals refusals) {
    try {
      byte[] bytes = body.readNBytes(TakeUpload.LARGEST + 1);
      if (bytes.length > TakeUpload.LARGEST) {
        throw new ProblemException(refusals.of(ProblemType.TOO_LARGE, "refusal.upload.tooLarge"));
      }
      return bytes;
    } catch (IOException e) {
      throw new ProblemException(ProblemType.BAD_REQUEST);
    }
  }

  /**
   * What was kept, to be named by an entry within a day.
   *
   * @param sha256 of the bytes as they were kept, which of a photo are not those that were sent
   */
  public record KeptFile(String id, String sha256, String mediaType, long size) {}
}
