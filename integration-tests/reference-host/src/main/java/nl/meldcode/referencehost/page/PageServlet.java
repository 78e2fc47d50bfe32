package nl.meldcode.referencehost.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.launch.LaunchTokens;
import nl.meldcode.referencehost.launch.PluginLink;
import nl.meldcode.referencehost.model.EventType;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.store.Account;
import nl.meldcode.referencehost.store.Accounts;
import nl.meldcode.referencehost.store.Events;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.Sessions;
import nl.meldcode.referencehost.store.Sessions.Session;

/** All pages of the host: signing in, headers, and the way to the page that was asked for. */
@SuppressWarnings("serial") // a servlet is never serialised
public final class PageServlet extends HttpServlet {
  private static final String SESSION = "leerlingplein";
  private static final String LOGIN_CSRF = "leerlingplein_login";

  private final Settings settings;
  private final Roster roster;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Events events;
  private final PluginLink plugin;
  private final PageRouter router;
  private final Clock clock;

  public PageServlet(
      Settings settings, Stores stores, LaunchTokens tokens, PluginLink plugin, Clock clock) {
    this.settings = settings;
    this.roster = stores.roster();
    this.accounts = stores.accounts();
    this.sessions = stores.sessions();
    this.events = stores.events();
    this.plugin = plugin;
    this.router = new PageRouter(roster, stores.records(), tokens, plugin);
    this.clock = clock;
  }

  /** What the pages read and write. */
  public record Stores(
      Roster roster, Records records, Accounts accounts, Sessions sessions, Events events) {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    headers(response);
    if (!request.getServerName().equalsIgnoreCase(settings.hostOrigin().getHost())) {
      response.sendError(404);
      return;
    }
    List<String> path = List.of(path(request).substring(1).split("/", -1));
    if (path.size() == 2 && path.get(0).equals("static")) {
      asset(path.get(1), response);
    } else {
      Optional<Answer> answer = answer(request, response, path);
      send(answer.orElseGet(PageServlet::notFound), response);
    }
  }

  private Optional<Answer> answer(
      HttpServletRequest request, HttpServletResponse response, List<String> path) {
    Optional<Session> session = cookie(request, SESSION).flatMap(sessions::find);
    if (request.getMethod().equals("POST")) {
      return switch (path.get(0)) {
        case "login" -> Optional.of(signIn(request, response));
        case "logout" -> session.map(found -> signOut(request, response, found));
        default -> Optional.empty();
      };
    }
    if (path.equals(List.of("login"))) {
      return Optional.of(loginForm(response, parameter(request, "next"), false));
    }
    if (session.isEmpty()) {
      return Optional.of(new Answer.Redirect("/login?next=" + LoginPages.safe(path(request))));
    }
    return page(session.get(), path);
  }

  private Optional<Answer> page(Session session, List<String> path) {
    return switch (session.account().kind()) {
      case PARENT ->
          path.equals(List.of(""))
              ? Optional.of(new Answer.Redirect("/portal"))
              : router.forParent(session, path);
      case STAFF -> {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        Optional<Staff> staff = roster.staff(session.account().subject());
        yield staff.flatMap(
            person -> router.forStaff(new Visit(session, person, plugin.current(), today), path));
      }
    };
  }

  private Answer signIn(HttpServletRequest request, HttpServletResponse response) {
    String next = LoginPages.safe(parameter(request, "next"));
    boolean ownForm =
        cookie(request, LOGIN_CSRF)
            .filter(csrf -> same(csrf, parameter(request, "csrf")))
            .isPresent();
    Optional<Account> account =
        ownForm
            ? accounts.signIn(parameter(request, "name"), parameter(request, "password"))
            : Optional.empty();
    if (account.isEmpty()) {
      return loginForm(response, next, true);
    }
    cookie(request, SESSION).ifPresent(sessions::end);
    setCookie(response, SESSION, sessions.start(account.get()));
    return new Answer.Redirect(next);
  }

  private Answer signOut(
      HttpServletRequest request, HttpServletResponse response, Session session) {
    if (same(session.csrf(), parameter(request, "csrf"))) {
      cookie(request, SESSION).ifPresent(sessions::end);
      tellSignedOut(session);
      setCookie(response, SESSION, "");
    }
    return new Answer.Redirect("/login");
  }

  /** Tabs that this sign-in opened elsewhere are to end as well. */
  private void tellSignedOut(Session session) {
    if (session.account().kind() == Account.Kind.STAFF) {
      UUID staff = session.account().subject();
      long since = session.signedInAt().getEpochSecond();
      events.tell(
          EventType.MEDEWERKER_AFGEMELD, staff, Map.of("staffId", staff, "authTime", since));
    }
  }

  private Answer loginForm(HttpServletResponse response, String next, boolean failed) {
    String csrf = Sessions.randomToken();
    setCookie(response, LOGIN_CSRF, csrf);
    return LoginPages.form(csrf, LoginPages.safe(next), failed);
  }

  private void headers(HttpServletResponse response) {
    String plugin = settings.pluginOrigin();
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; frame-src "
            + plugin
            + "; form-action 'self' "
            + plugin);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Not no-referrer: the plugin checks the Origin of a launch, which that policy would empty.
    response.setHeader("Referrer-Policy", "strict-origin");
  }

  private static void send(Answer answer, HttpServletResponse response) throws IOException {
    if (answer instanceof Answer.Redirect redirect) {
      response.setStatus(303);
      response.setHeader("Location", redirect.location());
    } else if (answer instanceof Answer.Download download) {
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"" + download.fileName() + "\"");
      write(response, download.mediaType(), download.content().bytes());
    } else if (answer instanceof Answer.Page page) {
      response.setStatus(page.status());
      write(response, "text/html;charset=utf-8", page.markup().html().getBytes(UTF_8));
    }
  }

  private static Answer notFound() {
    return new Answer.Page(
        404,
        Layout.bare(
            "Niet gevonden",
            Markup.of(
                "<h1>Niet gevonden</h1><p>Deze pagina is er niet. <a class=\"host-link\" href=\"/\">Naar de start</a></p>")));
  }

  private static void asset(String name, HttpServletResponse response) throws IOException {
    String type =
        switch (name) {
          case "host.css" -> "text/css;charset=utf-8";
          case "frame.js" -> "text/javascript;charset=utf-8";
          default -> "";
        };
    if (type.isEmpty()) {
      response.sendError(404);
      return;
    }
    try (InputStream file =
        Objects.requireNonNull(PageServlet.class.getResourceAsStream("/web/" + name))) {
      write(response, type, file.readAllBytes());
    }
  }

  private static void write(HttpServletResponse response, String type, byte[] content)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private void setCookie(HttpServletResponse response, String name, String value) {
    String secure = settings.hostOrigin().getScheme().equals("https") ? "; Secure" : "";
    String age = value.isEmpty() ? "; Max-Age=0" : "";
    response.addHeader(
        "Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + secure + age);
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return Stream.of(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }

  private static String path(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getPathInfo(), "/");
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }
}
