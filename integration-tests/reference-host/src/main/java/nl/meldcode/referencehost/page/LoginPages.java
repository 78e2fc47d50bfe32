package nl.meldcode.referencehost.page;

/** The page with name and password. */
final class LoginPages {
  private LoginPages() {}

  /** The form; {@code csrf} is the value of the cookie that comes with it. */
  static Answer form(String csrf, String next, boolean failed) {
    Markup content =
        Markup.of(
            """
            <form class="host-login" method="post" action="/login"><h1>Aanmelden</h1>{}
            <input type="hidden" name="csrf" value="{}"><input type="hidden" name="next" value="{}">
            <label for="name">Naam</label><input id="name" name="name" autocomplete="username" autocapitalize="none" required>
            <label for="password">Wachtwoord</label><input id="password" name="password" type="password" autocomplete="current-password" required>
            <button class="host-button">Aanmelden</button></form>""",
            failed
                ? Markup.of(
                    "<p class=\"host-wrong\" role=\"alert\">Naam of wachtwoord klopt niet.</p>")
                : Markup.NOTHING,
            csrf,
            next);
    return new Answer.Page(failed ? 403 : 200, Layout.bare("Aanmelden", content));
  }

  /** Where to go after signing in: an address of this host, or the start page. */
  static String safe(String next) {
    return next.matches("/[A-Za-z0-9][A-Za-z0-9/._-]*") ? next : "/";
  }
}
