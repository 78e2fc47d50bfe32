package nl.meldcode.acceptance.kit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in at the host with name and password. */
public final class HostSession {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final Pattern LAUNCH =
      Pattern.compile(
          "action=\"([^\"]+)\"[^>]*data-launch>\\s*<input type=\"hidden\" name=\"launch_token\" value=\"([^\"]+)\"");

  private static final Pattern SCHOOL_TAB = Pattern.compile("href=\"(/tabs/[^\"]+)\"");

  private final Site site;
  private final String cookie;

  private HostSession(Site site, String cookie) {
    this.site = site;
    this.cookie = cookie;
  }

  /** What the host's page would post to open the plugin. */
  public record Launch(URI action, String token) {
    @Override
    public String toString() {
      return "Launch[" + action + "]";
    }
  }

  /** Signs in through the form of the login page. */
  public static HostSession signIn(Site site, String name) {
    URI login = site.host().resolve("/login");
    Answer form = Call.get(login).send().expect(200);
    Matcher csrf = CSRF.matcher(form.text());
    if (!csrf.find()) {
      throw new AssertionError("the login page has no form: " + form);
    }
    Answer answer =
        Call.post(login)
            .header("Cookie", cookie(form))
            .header("Origin", site.host().toString())
            .form(
                Map.of(
                    "csrf", csrf.group(1), "next", "/", "name", name, "password", site.password()))
            .send()
            .expect(303);
    return new HostSession(site, cookie(answer));
  }

  /** Signs out by the button on every page. */
  public void signOut() {
    Matcher csrf = CSRF.matcher(page("/").expect(200).text());
    if (!csrf.find()) {
      throw new AssertionError("the page has no button to sign out");
    }
    Call.post(site.host().resolve("/logout"))
        .header("Cookie", cookie)
        .header("Origin", site.host().toString())
        .form(Map.of("csrf", csrf.group(1)))
        .send()
        .expect(303);
  }

  /** A page of the host. */
  public Answer page(String path) {
    return Call.get(site.host().resolve(path)).header("Cookie", cookie).send();
  }

  /** The pupil's documents, as the host shows them. */
  public String documents(UUID pupil) {
    return page("/pupils/" + pupil + "/documents").expect(200).text();
  }

  /** The address of the plugin's tab on the pupil's page, when the page has one. */
  public Optional<String> pluginTab(UUID pupil) {
    String page = page("/pupils/" + pupil).expect(200).text();
    Matcher link = Pattern.compile("href=\"(/pupils/" + pupil + "/tabs/[^\"]+)\"").matcher(page);
    return link.find() ? Optional.of(link.group(1)) : Optional.empty();
  }

  /**
   * The launch form in the plugin's tab of this pupil; AssertionError when there is no such tab.
   */
  public Launch launch(UUID pupil) {
    String path =
        pluginTab(pupil).orElseThrow(() -> new AssertionError("the pupil's page has no tab"));
    return launch(path);
  }

  private Launch launch(String path) {
    Answer page = page(path).expect(200);
    Matcher form = LAUNCH.matcher(page.text());
    if (!form.find()) {
      throw new AssertionError("the tab has no launch form: " + page);
    }
    return new Launch(URI.create(form.group(1)), form.group(2));
  }

  /** The addresses of the plugin's tabs in the host's menu for this person. */
  public List<String> schoolTabs() {
    return SCHOOL_TAB
        .matcher(page("/").expect(200).text())
        .results()
        .map(link -> link.group(1))
        .toList();
  }

  /** Opens the first of the plugin's tabs in the host's menu. */
  public Tab openSchoolTab() {
    return Tab.open(site, launch(schoolTabs().get(0)));
  }

  /** Opens the plugin's tab of this pupil in its frame. */
  public Tab open(UUID pupil) {
    return Tab.open(site, launch(pupil));
  }

  private static String cookie(Answer answer) {
    String header =
        answer
            .header("Set-Cookie")
            .orElseThrow(() -> new AssertionError("no cookie was set: " + answer));
    int end = header.indexOf(';');
    return end < 0 ? header : header.substring(0, end);
  }
}
