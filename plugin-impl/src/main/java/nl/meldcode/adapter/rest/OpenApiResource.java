package nl.meldcode.adapter.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of this interface, for everybody (NL API Design Rules, publish-openapi). */
@Path("v1/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
  /** Where it stands in the bundle. */
  public static final String FILE = "/openapi/meldcode.json";

  private final byte[] document = read();

  /** The document; any page may read it. */
  @GET
  public Response get() {
    return Response.ok(document).header("Access-Control-Allow-Origin", "*").build();
  }

  private static byte[] read() {
    try (InputStream in =
        Objects.requireNonNull(OpenApiResource.class.getResourceAsStream(FILE), FILE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
