package nl.meldcode.adapter.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Every other address: the same page as for what is not yours. */
final class NothingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Pages pages;

  NothingServlet(Pages pages) {
    this.pages = pages;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    pages.nothingHere(response);
  }
}
