package nl.meldcode.acceptance.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;

/** Keeps pictures of a page below {@code target/screens}. */
final class Pictures {
  private static final Path SCREENS = Path.of("../target/screens").toAbsolutePath().normalize();
  private static final boolean ALL = "all".equals(System.getProperty("meldcode.pictures"));
  private static final String PAINTED =
      "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

  private final Page page;
  private final int width;

  Pictures(Page page) {
    this.page = page;
    width = page.viewportSize().width;
  }

  /** The whole page; with {@code -Dmeldcode.pictures=all} at each width, light and dark. */
  void whole(String name) {
    if (!ALL) {
      whole(name, width, ColorScheme.LIGHT);
      return;
    }
    for (int each : Chromium.WIDTHS) {
      whole(name, each, ColorScheme.DARK);
      whole(name, each, ColorScheme.LIGHT);
    }
  }

  private void whole(String name, int wide, ColorScheme scheme) {
    int height = page.viewportSize().height;
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(wide, height);
    Frame plugin = page.frame("plugin");
    if (plugin != null && wide != width) {
      // The host hears from the plugin how high it has become.
      plugin.waitForFunction("() => document.documentElement.scrollHeight <= innerHeight");
    }
    paintAll();
    // A frame from another origin is painted only where it is in sight, so all of it must be.
    int whole = (int) page.evaluate("() => document.documentElement.scrollHeight");
    page.setViewportSize(wide, Math.max(height, whole));
    paintAll();
    String dark = scheme == ColorScheme.DARK ? "-donker" : "";
    keep(SCREENS.resolve("%s-%d%s.png".formatted(name, wide, dark)));
    page.setViewportSize(width, height);
  }

  /** What is in sight, as a reader of the manual will see it. */
  void forManual(String name) {
    keep(SCREENS.resolve("plaatjes").resolve(name + ".png"));
  }

  /**
   * Waits until all is painted. What a frame complained of before has been heard then: each has its
   * own connection.
   */
  void paintAll() {
    for (Frame each : page.frames()) {
      each.evaluate(PAINTED);
    }
  }

  // Hiding the caret would take a style that the policy of the page forbids.
  private void keep(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setCaret(ScreenshotCaret.INITIAL));
  }
}
