package nl.meldcode.adapter.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import nl.meldcode.application.text.Texts;

/** The texts of the pages; public, they hold no data. */
@Path("v1/texts/{locale: nl|en}")
@Produces(MediaType.APPLICATION_JSON)
@Compressed
public final class TextsResource {
  private final Texts texts;

  TextsResource(Texts texts) {
    this.texts = texts;
  }

  /** All texts of one language. */
  @GET
  public Map<String, String> get(@PathParam("locale") String locale) {
    return texts.ofPages(Locale.forLanguageTag(locale));
  }
}
