package nl.meldcode.adapter.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nl.meldcode.application.OpenLaunch;
import nl.meldcode.application.OpenLaunch.Outcome;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the host's launch token by form post, so that it stands in no address, and sends the
 * browser on to the tab (Host Connect 3.1, items 2 and 4). Only a page of the host may post, into a
 * frame or a window (R5).
 */
final class LaunchServlet extends HttpServlet {
  /** Mark of an address that follows a launch: there the cookie must have come along. */
  static final String JUST_LAUNCHED = "start";

  /** The field of the form. */
  static final String TOKEN = "launch_token";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LaunchServlet.class);
  private static final Set<String> DESTINATIONS = Set.of("iframe", "document");

  private final transient WebSettings settings;
  private final transient OpenLaunch launches;
  private final transient Pages pages;

  LaunchServlet(WebSettings settings, OpenLaunch launches, Pages pages) {
    this.settings = settings;
    this.launches = launches;
    this.pages = pages;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String token = request.getParameter(TOKEN);
    if (token == null || !comesFromHost(request)) {
      LOG.info("launch refused before its token was read");
      pages.refused(response);
      return;
    }
    try {
      answer(response, launches.run(token, SessionCookie.in(request)));
    } catch (HostUnavailable e) {
      LOG.warn("launch not possible now: {}", e.getMessage());
      pages.later(response);
    } catch (StoreUnavailable e) {
      LOG.warn("launch not possible now", e);
      switch (e.why()) {
        case NO_ROOM -> pages.noRoom(response);
        case FAILED -> pages.later(response);
      }
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    pages.nothingHere(response);
  }

  private boolean comesFromHost(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    String destination = request.getHeader("Sec-Fetch-Dest");
    return request.getQueryString() == null
        && origin != null
        && settings.frameOrigins().contains(origin)
        && destination != null
        && DESTINATIONS.contains(destination);
  }

  private void answer(HttpServletResponse response, Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Opened opened) {
      SessionCookie.set(response, opened.session());
      String tab = TabPage.of(opened.tab()).path();
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(
          "Location", settings.path("/tabs/" + opened.context() + "/" + tab + "?" + JUST_LAUNCHED));
    } else if (outcome instanceof Outcome.Refused refused) {
      LOG.info("launch refused: {}", refused.rule());
      pages.refused(response);
    }
  }
}
