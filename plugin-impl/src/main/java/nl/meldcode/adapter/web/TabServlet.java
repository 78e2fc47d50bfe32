package nl.meldcode.adapter.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page of one tab, for the browser whose session holds the context. It shows no data: what a
 * person may see is decided by the interface that its scripts call.
 */
final class TabServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(TabServlet.class);
  private static final Pattern ADDRESS = Pattern.compile("/([A-Za-z0-9_-]{8,128})/([a-z-]{3,20})");

  private final transient Sessions sessions;
  private final transient Pages pages;
  private final transient Clock clock;

  TabServlet(Sessions sessions, Pages pages, Clock clock) {
    this.sessions = sessions;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String secret = SessionCookie.in(request);
    if (secret == null && LaunchServlet.JUST_LAUNCHED.equals(request.getQueryString())) {
      pages.needsWindow(response);
      return;
    }
    try {
      show(request, response, secret);
    } catch (StoreUnavailable e) {
      LOG.warn("session cannot be read", e);
      pages.later(response);
    }
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, @Nullable String secret)
      throws IOException {
    String path = request.getPathInfo();
    Matcher address = ADDRESS.matcher(path == null ? "" : path);
    if (secret == null || !address.matches()) {
      pages.nothingHere(response);
      return;
    }
    Optional<TabPage> page = TabPage.at(address.group(2));
    Optional<Sessions.Context> context =
        sessions
            .find(secret, clock.instant())
            .flatMap(session -> sessions.context(secret, address.group(1)))
            .filter(
                found ->
                    page.filter(one -> one.tab().needsPupil() == (found.pupil() != null))
                        .isPresent());
    if (page.isEmpty() || context.isEmpty()) {
      pages.nothingHere(response);
      return;
    }
    pages.tab(response, page.get(), address.group(1), context.get().locale().toLanguageTag());
  }
}
