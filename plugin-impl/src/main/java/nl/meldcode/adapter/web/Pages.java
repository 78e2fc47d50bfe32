package nl.meldcode.adapter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The pages that are made here: the shell of a tab, which scripts fill, and a few that say calmly
 * why there is nothing. Safe for use by several threads.
 */
final class Pages {
  /** Insufficient Storage, RFC 4918; the servlets know no name for it. */
  private static final int NO_ROOM = 507;

  /** RFC 6585; the servlets know no name for it either. */
  private static final int TOO_MANY_REQUESTS = 429;

  private static final List<String> AHEAD =
      List.of("lit-html.js", "directive.js", "directive-helpers.js", "directives/live.js");

  private final WebSettings settings;
  private final Csp csp;

  Pages(WebSettings settings) {
    this.settings = settings;
    csp = new Csp(settings.frameOrigins());
  }

  /** The shell of a tab in a context that is known to be the browser's own. */
  void tab(HttpServletResponse response, TabPage page, String context, String locale)
      throws IOException {
    boolean english = locale.startsWith("en");
    String nonce = csp.nonce();
    response.setHeader("Content-Security-Policy", csp.page(nonce));
    String html =
        """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%s</title>
        <link rel="stylesheet" href="%s">
        %s
        <script type="module" src="%s"></script>
        </head>
        <body data-context="%s" data-tab="%s" data-base="%s" data-api="%s" data-locale="%s" data-host-origin="%s">
        <div id="app"></div>
        <noscript><main id="inhoud" class="mc-page"><p>%s</p></main></noscript>
        </body>
        </html>
        """
            .formatted(
                english ? "en" : "nl",
                english ? page.english() + " – pupil record" : page.dutch() + " – leerlingdossier",
                link("/web/ui.css"),
                imports(nonce),
                link("/web/app.js"),
                escaped(context),
                page.path(),
                escaped(settings.base()),
                link("/api/v1"),
                english ? "en" : "nl",
                escaped(hostOrigin()),
                english ? "This page needs JavaScript." : "Deze pagina heeft JavaScript nodig.");
    write(response, HttpServletResponse.SC_OK, html);
  }

  /** A launch that was refused: one answer for whatever the reason is. */
  void refused(HttpServletResponse response) throws IOException {
    plain(
        response,
        HttpServletResponse.SC_UNAUTHORIZED,
        "Dit onderdeel kan nu niet open",
        List.of(
            "Ga terug naar het leerlingdossier en open het onderdeel opnieuw.",
            "Lukt het dan nog niet? Meld je opnieuw aan bij het leerlingdossier."));
  }

  /** Nothing here for this person: "not yours" and "not there" are one and the same page. */
  void nothingHere(HttpServletResponse response) throws IOException {
    plain(
        response,
        HttpServletResponse.SC_NOT_FOUND,
        "Hier is niets te zien",
        List.of(
            "Misschien ben je lang weg geweest. Ga terug naar het leerlingdossier en open het"
                + " onderdeel opnieuw.",
            "Blijft dit zo? Kies daar “Open in nieuw venster”."));
  }

  /** The browser kept no cookie within the frame; in a window of its own it does (R6). */
  void needsWindow(HttpServletResponse response) throws IOException {
    plain(
        response,
        HttpServletResponse.SC_NOT_FOUND,
        "Open dit onderdeel in een nieuw venster",
        List.of(
            "Je browser laat dit onderdeel niet toe binnen de pagina van het leerlingdossier.",
            "Ga terug naar het leerlingdossier en kies “Open in nieuw venster”. Daar werkt alles"
                + " hetzelfde."));
  }

  /** Store or host do not answer. */
  void later(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "30");
    plain(
        response,
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        "Dit onderdeel is even niet bereikbaar",
        List.of(
            "Er is niets weg. Probeer het over een minuut opnieuw vanuit het leerlingdossier.",
            "Nu gevaar? Bel 112 of Veilig Thuis 0800-2000."));
  }

  /** More launches at once than can be answered soon; nothing became of this one yet. */
  void busy(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "5");
    plain(
        response,
        TOO_MANY_REQUESTS,
        "Het is nu erg druk",
        List.of(
            "Er is niets weg. Open het onderdeel over een paar tellen opnieuw vanuit het"
                + " leerlingdossier.",
            "Nu gevaar? Bel 112 of Veilig Thuis 0800-2000."));
  }

  /** The disk is full: a launch has to be written down first. */
  void noRoom(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "30");
    plain(
        response,
        NO_ROOM,
        "Dit onderdeel kan nu niet open",
        List.of(
            "De schijf van de server is vol. Er is niets weg. De beheerder moet eerst ruimte maken.",
            "Open het onderdeel daarna opnieuw vanuit het leerlingdossier.",
            "Nu gevaar? Bel 112 of Veilig Thuis 0800-2000."));
  }

  private void plain(HttpServletResponse response, int status, String title, List<String> lines)
      throws IOException {
    StringBuilder paragraphs = new StringBuilder();
    lines.forEach(line -> paragraphs.append("<p>").append(escaped(line)).append("</p>\n"));
    String main =
        "<div class=\"mc-part\">\n<h1>%s</h1>\n%s</div>".formatted(escaped(title), paragraphs);
    withoutScript(response, status, "Leerlingdossier", "", main);
  }

  /** A page of the manual; what stands in it was made from our own text. */
  void manual(HttpServletResponse response, String title, String content) throws IOException {
    String sheet = "\n<link rel=\"stylesheet\" href=\"%s\">".formatted(link("/web/css/manual.css"));
    String main =
        """
        <div class="mc-manual">
        <p><a href="%s">Handboek</a></p>
        %s</div>"""
            .formatted(link("/manual/"), content);
    withoutScript(response, HttpServletResponse.SC_OK, title, sheet, main);
  }

  private void withoutScript(
      HttpServletResponse response, int status, String title, String sheet, String main)
      throws IOException {
    response.setHeader("Content-Security-Policy", csp.plain());
    String html =
        """
        <!doctype html>
        <html lang="nl">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="stylesheet" href="%s">%s
        </head>
        <body>
        <main id="inhoud" class="mc-page">%s</main>
        </body>
        </html>
        """
            .formatted(escaped(title), link("/web/ui.css"), sheet, main);
    write(response, status, html);
  }

  private String link(String path) {
    return escaped(settings.path(path));
  }

  private static void write(HttpServletResponse response, int status, String html)
      throws IOException {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/html; charset=utf-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /**
   * Where the script finds what it imports; that is fetched beside it, not when it was read. The
   * base is the administrator's, checked as URI: it holds no quote.
   */
  private String imports(String nonce) {
    String lit = settings.path("/web/lit-html/");
    return AHEAD.stream()
        .map(file -> "<link rel=\"modulepreload\" href=\"%s\">".formatted(lit + file))
        .collect(
            Collectors.joining(
                "\n",
                """
                <script type="importmap" nonce="%1$s">\
                {"imports":{"lit-html":"%2$slit-html.js","lit-html/":"%2$s"}}</script>
                """
                    .formatted(nonce, lit),
                ""));
  }

  /** To whom a page in a frame tells its height; with several origins the first. */
  private String hostOrigin() {
    return settings.frameOrigins().isEmpty() ? "" : settings.frameOrigins().get(0);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
