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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.TypedBytes;
import nl.meldcode.application.read.ReadDocument;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.record.RecordEntry;
import nl.meldcode.application.record.Request;
import nl.meldcode.domain.dossier.Recorded;
import org.jspecify.annotations.Nullable;

/** Records entries and hands out their documents. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class EntriesResource {
  private static final String PDF = "application/pdf";

  private final Visits visits;
  private final RecordEntry recordEntry;
  private final ReadDocument readDocument;

  EntriesResource(Visits visits, RecordEntry recordEntry, ReadDocument readDocument) {
    this.visits = visits;
    this.recordEntry = recordEntry;
    this.readDocument = readDocument;
  }

  /** Records one entry: 201 when it is on disk, else a problem that names everything. */
  @POST
  @Path("entries")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response post(
      @PathParam("context") String context,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      byte[] body) {
    Caller caller = visits.caller(session, context);
    Refusals refusals = new Refusals(visits.texts(), caller.locale());
    Request request = request(refusals, key, ifMatch);
    return answer(refusals, recordEntry.record(caller, body, request));
  }

  /** The frozen document of an entry. */
  @GET
  @Path("entries/{entry}/document")
  @Produces(PDF)
  public Response document(
      @PathParam("context") String context,
      @PathParam("entry") String entry,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return pdf(context, entry, session, false);
  }

  /** The frozen report with the guardians' answers behind it. */
  @GET
  @Path("entries/{entry}/print")
  @Produces(PDF)
  public Response print(
      @PathParam("context") String context,
      @PathParam("entry") String entry,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return pdf(context, entry, session, true);
  }

  /** The signed sheet of an answer: a photo to look at, a PDF to save. */
  @GET
  @Path("entries/{entry}/sheet")
  @Produces({PDF, "image/jpeg"})
  public Response sheet(
      @PathParam("context") String context,
      @PathParam("entry") String entry,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    Caller caller = visits.caller(session, context);
    TypedBytes sheet =
        readDocument
            .sheet(caller, id(entry))
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    boolean pdf = sheet.mediaType().equals(PDF);
    return Response.ok(sheet.bytes(), sheet.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            pdf ? "attachment; filename=\"sheet.pdf\"" : "inline; filename=\"sheet.jpg\"")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .build();
  }

  private static EntryId id(String entry) {
    UUID id = Headers.uuid(entry);
    if (id == null) {
      throw new ProblemException(ProblemType.NOT_FOUND);
    }
    return new EntryId(id);
  }

  private Response pdf(String context, String entry, @Nullable Cookie session, boolean reactions) {
    Caller caller = visits.caller(session, context);
    byte[] bytes =
        readDocument
            .read(caller, id(entry), reactions)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    return Response.ok(bytes, PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"document.pdf\"")
        .build();
  }

  private static Request request(
      Refusals refusals, @Nullable String key, @Nullable String ifMatch) {
    UUID idempotency = Headers.uuid(key);
    if (idempotency == null) {
      throw new ProblemException(refusals.of(ProblemType.BAD_REQUEST, "refusal.keyMissing"));
    }
    return new Request(idempotency, Headers.version(ifMatch));
  }

  private static Response answer(Refusals refusals, Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      return created(done);
    }
    return refusals.of(outcome).response();
  }

  private static Response created(Outcome.Done done) {
    Recorded recorded = done.recorded();
    long number = done.number();
    return Response.created(URI.create("entries/" + recorded.id()))
        .tag(String.valueOf(number))
        .entity(new Created(recorded.id().toString(), number, number, recorded.at()))
        .build();
  }

  /** What was recorded: the page says "vastgelegd" now, and not before. */
  public record Created(String id, long seq, long version, Instant recordedAt) {}
}
