package nl.meldcode.adapter.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The one cookie: the staff session, kept apart per host site by the browser (R6). */
final class SessionCookie {
  static final String NAME = "__Host-mc";

  private SessionCookie() {}

  /** The secret that the browser sent, null when it sent none. */
  static @Nullable String in(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Written by hand: not every container knows Partitioned. */
  static void set(HttpServletResponse response, String secret) {
    if (!secret.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("not fit for a cookie");
    }
    response.addHeader(
        "Set-Cookie",
        NAME + "=" + secret + "; Path=/; Secure; HttpOnly; SameSite=None; Partitioned");
  }
}
