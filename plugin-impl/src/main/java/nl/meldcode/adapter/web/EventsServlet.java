package nl.meldcode.adapter.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.meldcode.application.port.EventTokens;
import nl.meldcode.application.port.HostUnavailable;

/**
 * Takes the host's notice that something changed (Host Connect 6.5). What changed is read from the
 * feed, so that a notice that comes twice, late or not at all does no harm.
 */
final class EventsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 64 * 1024;
  private static final String BEARER = "Bearer ";

  private final transient EventTokens tokens;
  private final transient Runnable noticed;

  EventsServlet(EventTokens tokens, Runnable noticed) {
    this.tokens = tokens;
    this.noticed = noticed;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    response.setStatus(status(request.getHeader("Authorization"), body));
  }

  private int status(String authorization, byte[] body) {
    if (body.length > LARGEST) {
      return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    }
    if (authorization == null || !authorization.startsWith(BEARER)) {
      return HttpServletResponse.SC_UNAUTHORIZED;
    }
    try {
      if (!tokens.accepts(authorization.substring(BEARER.length()), body)) {
        return HttpServletResponse.SC_UNAUTHORIZED;
      }
    } catch (HostUnavailable e) {
      return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
    noticed.run();
    return HttpServletResponse.SC_NO_CONTENT;
  }
}
