package nl.meldcode.testequipment;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Gives a document again: what a request of its size costs when nothing has to be found out. */
@Path("document")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class DocumentResource {
  private volatile Map<String, Object> document = Map.of();

  /** Keeps a document in the place of the last. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public void put(Map<String, Object> next) {
    document = next;
  }

  /** The document, as a tree that is written anew. */
  @GET
  public Map<String, Object> get() {
    return document;
  }
}
