package nl.meldcode.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.meldcode.acceptance.kit.Site;

/** The browser of the machine, without a window. */
final class Chromium implements AutoCloseable {
  static final int WIDE = 1280;
  static final int PHONE = 375;

  /** On which the pages are looked at: a phone, a tablet held upright, a desk. */
  static final List<Integer> WIDTHS = List.of(PHONE, 768, WIDE);

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final Hand hand;

  /** For people with a mouse. */
  Chromium() {
    this(Hand.MOUSE);
  }

  /** For people who work so, on a screen that goes with it. */
  Chromium(Hand hand) {
    this.hand = hand;
    Map<String, String> noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));
  }

  /** Signs somebody in at the host. */
  Screen signIn(Site site, String login) {
    return signIn(site, login, hand.width());
  }

  /** Signs somebody in at the host, on a screen of so many pixels wide. */
  Screen signIn(Site site, String login, int width) {
    int height = width == PHONE ? 740 : 900;
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setHasTouch(hand == Hand.TOUCH)
            .setLocale("nl-NL")
            // Over TLS there is only a proxy of our own, with a certificate that nobody else knows.
            .setIgnoreHTTPSErrors("https".equals(site.host().getScheme()))
            .setTimezoneId("Europe/Amsterdam");
    return new Screen(browser.newContext(options), site, login, hand);
  }

  /** Signs somebody in at the host, in a browser that keeps what it keeps in this folder. */
  Screen signInKeeping(Path profile, Site site, String login) {
    BrowserContext kept =
        playwright
            .chromium()
            .launchPersistentContext(
                profile,
                new LaunchPersistentContextOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(ARGUMENTS)
                    .setViewportSize(WIDE, 900)
                    .setLocale("nl-NL"));
    return new Screen(kept, site, login, hand);
  }

  /** Signs somebody in at the host, where no policy of a page holds. */
  Screen signInWithoutPolicies(Site site, String login) {
    return new Screen(
        browser.newContext(
            new Browser.NewContextOptions().setBypassCSP(true).setViewportSize(WIDE, 900)),
        site,
        login,
        hand);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
