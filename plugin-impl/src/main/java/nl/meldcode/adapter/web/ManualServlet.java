package nl.meldcode.adapter.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * The manual, as it is shipped: Markdown of our own, and pictures. For everybody, since nothing in
 * it is about anybody.
 */
final class ManualServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String HOME = "inhoud";
  private static final Pattern PAGE = Pattern.compile("/([a-z0-9-]{1,40})");
  private static final Pattern PICTURE = Pattern.compile("/(plaatjes/[a-z0-9-]{1,40}\\.png)");
  private static final Pattern TITLE = Pattern.compile("(?m)^# (.+)$");

  private final transient WebSettings settings;
  private final transient Pages pages;

  ManualServlet(WebSettings settings, Pages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    if (path == null) { // links in a page go from its folder
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader("Location", settings.path("/manual/"));
      return;
    }
    Matcher picture = PICTURE.matcher(path);
    Matcher page = PAGE.matcher(path.equals("/") ? "/" + HOME : path);
    byte[] found =
        picture.matches()
            ? resource(picture.group(1))
            : page.matches() ? resource(page.group(1) + ".md") : null;
    if (found == null) {
      pages.nothingHere(response);
    } else if (picture.matches()) {
      response.setContentType("image/png");
      response.setContentLength(found.length);
      response.getOutputStream().write(found);
    } else {
      write(response, new String(found, StandardCharsets.UTF_8));
    }
  }

  private void write(HttpServletResponse response, String markdown) throws IOException {
    Matcher title = TITLE.matcher(markdown);
    pages.manual(response, title.find() ? title.group(1) : "Handboek", html(markdown));
  }

  /** Markup within the text is shown as text. */
  static String html(String markdown) {
    var tables = List.of(TablesExtension.create());
    return HtmlRenderer.builder()
        .extensions(tables)
        .escapeHtml(true)
        .sanitizeUrls(true)
        .build()
        .render(Parser.builder().extensions(tables).build().parse(markdown));
  }

  private static byte @Nullable [] resource(String name) throws IOException {
    try (InputStream in = ManualServlet.class.getResourceAsStream("/manual/" + name)) {
      return in == null ? null : in.readAllBytes();
    }
  }
}
