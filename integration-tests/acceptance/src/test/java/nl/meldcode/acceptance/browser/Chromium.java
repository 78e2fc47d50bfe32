package nl.meldcode.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.meldcode.acceptance.kit.Site;

/** The browser of the machine, without a window. */
final class Chromium implements AutoCloseable {
  static final int WIDE = 1280;
  static final int PHONE = 375;

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    Map<String, String> noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Signs somebody in at the host, on a screen of a desk. */
  Screen signIn(Site site, String login) {
    return signIn(site, login, WIDE);
  }

  /** Signs somebody in at the host, on a screen of so many pixels wide. */
  Screen signIn(Site site, String login, int width) {
    int height = width == PHONE ? 740 : 900;
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setLocale("nl-NL")
            .setTimezoneId("Europe/Amsterdam");
    return new Screen(browser.newContext(options), site, login);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
