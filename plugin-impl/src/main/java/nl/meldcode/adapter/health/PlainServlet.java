package nl.meldcode.adapter.health;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One short text for who may ask it; for others there is nothing here. */
final class PlainServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Predicate<HttpServletRequest> mayAsk;
  private final transient Supplier<Answer> answers;

  /** What is answered. */
  record Answer(int status, String mediaType, String text) {
    static Answer word(int status, String word) {
      return new Answer(status, "text/plain; charset=utf-8", word + "\n");
    }
  }

  PlainServlet(Predicate<HttpServletRequest> mayAsk, Supplier<Answer> answers) {
    this.mayAsk = mayAsk;
    this.answers = answers;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean here = request.getPathInfo() == null || request.getPathInfo().length() <= 1;
    Answer answer =
        here && mayAsk.test(request)
            ? answers.get()
            : Answer.word(HttpServletResponse.SC_NOT_FOUND, "not found");
    response.setStatus(answer.status());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setContentType(answer.mediaType());
    byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
