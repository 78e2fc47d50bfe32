package nl.meldcode.acceptance.browser;

import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.NAVIGATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Site;

/**
 * Somebody at a screen, signed in at the host. Closing it throws AssertionError when the browser
 * complained meanwhile, such as about a script that failed or about what a policy forbids.
 */
final class Screen implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 10_000;
  private static final String TAB = "Meldcode";

  private final BrowserContext context;
  private final Page page;
  private final Site site;
  private final Hand hand;
  private final Pictures pictures;
  private final List<String> complaints = new ArrayList<>();
  private boolean probing;
  private int acts;

  private Screen(BrowserContext context, Site site, Hand hand) {
    this.hand = hand;
    this.context = context;
    this.site = site;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    pictures = new Pictures(page);
    page.onConsoleMessage(this::listen);
    page.onPageError(complaints::add);
  }

  Screen(BrowserContext context, Site site, String login, Hand hand) {
    this(context, site, hand);
    page.navigate(site.host() + "/login");
    page.getByLabel("Naam").fill(login);
    page.getByLabel("Wachtwoord").fill(site.password());
    page.getByRole(BUTTON, new Page.GetByRoleOptions().setName("Aanmelden")).click();
    page.waitForURL(url -> !url.endsWith("/login"));
  }

  /** Another window of the same browser, of whoever is signed in there. */
  Screen beside() {
    return new Screen(context, site, hand);
  }

  /** Goes by the list of pupils to the page of this pupil. */
  Screen pupil(String name) {
    page.navigate(site.host() + "/pupils");
    page.getByRole(LINK, new Page.GetByRoleOptions().setName(name)).first().click();
    page.waitForURL("**/pupils/*");
    return this;
  }

  /** Opens the plugin's tab on the page of this pupil. */
  Screen dossier(String name) {
    pupil(name);
    hostTab(TAB);
    plugin().locator("main#inhoud").waitFor();
    acts = 0;
    return this;
  }

  /** Opens the tab of this pupil, but with another launch than the host's page has. */
  Screen dossierBy(HostSession.Launch launch, String name) {
    String form = "launch_token=" + launch.token();
    page.route(
        launch.action().toString(),
        route -> route.resume(new Route.ResumeOptions().setPostData(form)));
    dossier(name);
    page.unroute(launch.action().toString());
    return this;
  }

  /** Opens a tab of the plugin that stands in the host's menu. */
  Screen menu(String title) {
    hostTab(title);
    plugin().locator("main#inhoud").waitFor();
    return this;
  }

  /** Follows a link of the host's page, such as a tab of the pupil. */
  Screen hostTab(String title) {
    return press(page.getByRole(LINK, new Page.GetByRoleOptions().setName(title).setExact(true)));
  }

  /** Whether the pupil's page has a tab of the plugin. */
  boolean hasTab() {
    return page.getByRole(LINK, new Page.GetByRoleOptions().setName(TAB).setExact(true)).count()
        > 0;
  }

  /** An address of the host. */
  Screen host(String path) {
    page.navigate(site.host() + path);
    return this;
  }

  /** The words of the whole page of the host, without those in the frame. */
  String hostText() {
    return page.locator("body").innerText();
  }

  /** Goes to a step, or to the overview, as the plugin's page names it. */
  Screen step(String name) {
    press(
        plugin()
            .getByRole(NAVIGATION)
            .getByRole(LINK)
            .filter(new Locator.FilterOptions().setHasText(name)));
    String title = name.equals("Ouders") ? "Gesprek met ouders" : name;
    plugin().locator("h1").filter(new Locator.FilterOptions().setHasText(title)).waitFor();
    return this;
  }

  /** The plugin's page. */
  FrameLocator plugin() {
    return page.frameLocator("iframe[name=plugin]");
  }

  /** The words of the plugin's page. */
  String text() {
    return plugin().locator("body").innerText();
  }

  /** The state of a step as the page shows it, such as {@code done}. */
  String stateOf(String step) {
    return plugin().locator("[data-step=" + step + "]").getAttribute("data-state");
  }

  /** The requirement rows that the page names as missing. */
  List<Object> missing() {
    Locator rows = plugin().locator(".mc-finding:not([data-state=later])");
    return List.copyOf(
        (List<?>) rows.evaluateAll("all => all.map(one => one.dataset.requirement)"));
  }

  /** The form of a kind, opened when it was not. */
  OpenForm form(String kind) {
    Locator form = plugin().locator("form[data-kind=" + kind + "]");
    Locator button = plugin().locator("#" + kind + " > .mc-opener__button");
    form.or(button).first().waitFor();
    if (form.count() > 0) {
      return new OpenForm(this, form);
    }
    // A page that is still growing can move away from under the mouse.
    page.waitForCondition(
        () -> {
          if (form.count() == 0) {
            press(button);
          }
          return form.count() > 0;
        });
    awaitFocusIn("form[data-kind=" + kind + "]");
    return new OpenForm(this, form);
  }

  /** Waits until the focus is on what this selects on the plugin's page, or within it. */
  void awaitFocusIn(String selector) {
    frame().waitForFunction("where => document.activeElement?.closest(where) !== null", selector);
  }

  /** The form of a kind that stands open under a name that begins so. */
  OpenForm openForm(String kind, String name) {
    Locator form =
        plugin().locator("form[data-kind=%s][data-form^='%s']".formatted(kind, name)).first();
    form.waitFor();
    return new OpenForm(this, form);
  }

  /** Opens what is folded away under these words. */
  Screen unfold(String words) {
    Locator summary = plugin().locator("summary").getByText(words).first();
    summary.waitFor();
    // A page that is still growing can move away from under the mouse.
    page.waitForCondition(
        () -> {
          if (!isOpen(summary)) {
            press(summary);
          }
          return isOpen(summary);
        });
    return this;
  }

  private static boolean isOpen(Locator summary) {
    return Boolean.TRUE.equals(summary.evaluate("one => one.closest('details').open"));
  }

  /** Presses the first of the plugin's page that says these words. */
  Screen press(String words) {
    return press(plugin().getByText(words).first());
  }

  /** Presses a button, a link or what folds open. */
  Screen press(Locator what) {
    acts++;
    hand.press(what);
    return this;
  }

  /** Puts this text, day or time into a field. */
  void fill(Locator field, String text) {
    acts++;
    hand.fill(field, text);
  }

  /** Ticks a box, or chooses an answer. */
  void check(Locator choice) {
    acts++;
    hand.check(choice);
  }

  /** Chooses from a list that folds out. */
  void select(Locator list, String value) {
    acts++;
    hand.select(list, value);
  }

  /** How many acts it took since the dossier was opened: presses, choices, and fields typed in. */
  int acts() {
    return acts;
  }

  /** Presses a key, wherever the focus is. */
  void key(String key) {
    page.keyboard().press(key);
  }

  /** Types where the focus is. */
  void type(String text) {
    page.keyboard().type(text);
  }

  /** Asks the plugin's page something in JavaScript. */
  Object ask(String script) {
    return frame().evaluate(script);
  }

  /** Runs this in each page from now on, before its own scripts. */
  void watch(String script) {
    page.addInitScript(script);
  }

  /** Waits until nothing more comes. */
  void rest() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private Frame frame() {
    return page.frame("plugin");
  }

  /** Loads the page of the host again. */
  void reload() {
    page.reload();
    plugin().locator("main#inhoud").waitFor();
  }

  /** Signs out by the button of the host. */
  void signOut() {
    page.getByRole(BUTTON, new Page.GetByRoleOptions().setName("Afmelden")).click();
    page.waitForURL("**/login*");
  }

  /** Goes back in the history of the browser, and gives all words that are there then. */
  String back() {
    page.goBack();
    page.waitForLoadState();
    return words();
  }

  /** Loads the page again, whatever comes of it, and gives all words that are there then. */
  String reloaded() {
    try {
      page.reload();
    } catch (PlaywrightException e) {
      return words();
    }
    return words();
  }

  private String words() {
    StringBuilder all = new StringBuilder();
    // A page on its way to another has no content yet.
    page.waitForCondition(
        () -> {
          all.setLength(0);
          try {
            page.frames().forEach(frame -> all.append(frame.content()));
            return true;
          } catch (PlaywrightException e) {
            return false;
          }
        });
    return all.toString();
  }

  /** Asks each page that is open something in JavaScript. */
  List<Object> askAll(String script) {
    return page.frames().stream().map(frame -> frame.evaluate(script)).toList();
  }

  /** The calls of the page to the plugin. */
  Calls calls() {
    return new Calls(page);
  }

  /** Cuts the connection, or restores it. */
  void offline(boolean offline) {
    context.setOffline(offline);
  }

  /** What comes down after this click. */
  byte[] download(Locator link) {
    Download download = page.waitForDownload(link::click);
    try {
      return Files.readAllBytes(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a picture of the whole page. */
  void picture(String name) {
    pictures.whole(name);
  }

  /** Keeps a picture for the manual: what is in sight, as a reader of it will see it. */
  void manualPicture(String name) {
    pictures.forManual(name);
  }

  /** Keeps a picture of the whole page, and finds fault with what people cannot read or reach. */
  void looksRight(String name) {
    frame().waitForFunction("() => document.documentElement.scrollHeight <= innerHeight");
    picture(name);
    // It puts styles on the page, which the policy of the page forbids.
    probing = true;
    List<String> faults = Accessibility.faults(page);
    pictures.paintAll();
    probing = false;
    assertThat(faults).as(name).isEmpty();
    assertThat(
            ask(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as(name + " scrolls sideways by")
        .isEqualTo(0);
  }

  private void listen(ConsoleMessage message) {
    // Chromium reports each answer that is an error; whether that is right, the tests say.
    if (!probing
        && message.type().equals("error")
        && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("complaints of the browser").isEmpty();
  }
}
