package nl.meldcode.adapter.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A public JSON document without any data of people. */
final class JsonServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Supplier<String> document;

  JsonServlet(Supplier<String> document) {
    this.document = document;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] bytes = document.get().getBytes(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", "no-cache");
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
