package nl.meldcode.acceptance.kit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tab that is open: the session's cookie, the context in the address, and the page's calls. */
public final class Tab {
  /** What judges earlier state, and so must say which state it read. */
  private static final Set<String> JUDGING =
      Set.of(
          "Acknowledgement",
          "MeetingReport",
          "ReportReleased",
          "Weighing",
          "Decision",
          "DestructionDecision",
          "Closure",
          "Correction",
          "StepWaiver",
          "ProtocolMigrated");

  private static final Pattern PAGE = Pattern.compile(".*/tabs/([^/]+)/[^/?]+(\\?.*)?");

  private final Site site;
  private final URI plugin;
  private final String cookie;
  private final String context;
  private final URI page;

  private Tab(Site site, URI plugin, String cookie, String context, URI page) {
    this.site = site;
    this.plugin = plugin;
    this.cookie = cookie;
    this.context = context;
    this.page = page;
  }

  /** Posts the launch form as the host's frame does and follows the redirect. */
  public static Tab open(Site site, HostSession.Launch launch) {
    Answer opened = post(site, launch).expect(303);
    String header = opened.header("Set-Cookie").orElse("");
    if (!header.startsWith("__Host-") || !header.contains("; Secure")) {
      throw new AssertionError("no session cookie as it should be: " + header);
    }
    String cookie = header.substring(0, header.indexOf(';'));
    URI page = launch.action().resolve(opened.header("Location").orElse(""));
    Matcher address = PAGE.matcher(page.toString());
    if (!address.matches()) {
      throw new AssertionError("the launch does not lead to a tab: " + page);
    }
    Call.get(page).header("Cookie", cookie).send().expect(200);
    return new Tab(site, site.plugin(), cookie, address.group(1), page);
  }

  /** The answer to a launch form posted from the host's page. */
  public static Answer post(Site site, HostSession.Launch launch) {
    return Call.post(launch.action())
        .header("Origin", site.host().toString())
        .header("Sec-Fetch-Dest", "iframe")
        .header("Sec-Fetch-Mode", "navigate")
        .header("Sec-Fetch-Site", "cross-site")
        .form(Map.of("launch_token", launch.token()))
        .send();
  }

  /** The same tab by way of another node of the plugin, as a balancer leads there. */
  public Tab at(URI node) {
    return new Tab(site, node, cookie, context, page);
  }

  /** The page of this tab. */
  public Answer page() {
    return Call.get(page).header("Cookie", cookie).send();
  }

  /** The context in the address. */
  public String context() {
    return context;
  }

  /** The address of a resource of this context. */
  public URI address(String path) {
    return URI.create(plugin + "/api/v1/contexts/" + context + path);
  }

  /** The same pupil with another of the dossiers at hand. */
  public Tab choosing(String dossier) {
    Answer chosen = call("POST", "/dossiers/" + dossier).send().expect(200);
    return new Tab(site, plugin, cookie, chosen.json().path("context").asText(), page);
  }

  /** A call with all that the page sends along. */
  public Call call(String method, String path) {
    return bare(method, path).header("X-MC", "1").header("Origin", site.pluginOrigin());
  }

  /** A call with the cookie and nothing else, as another site could provoke it. */
  public Call bare(String method, String path) {
    return Call.of(method, address(path)).header("Cookie", cookie);
  }

  /** What the tab shows. */
  public View dossier() {
    return new View(call("GET", "/dossier").send().expect(200));
  }

  /** Records and returns the id; AssertionError when it is not recorded. */
  public String record(String entry) {
    return recordExpecting(201, entry).json().path("id").textValue();
  }

  /** Records as the page does, after reading the dossier, and returns the answer of this status. */
  public Answer recordExpecting(int status, String entry) {
    return post(UUID.randomUUID(), entry).send().expect(status);
  }

  /** The call that records this entry under this key, after reading the dossier where needed. */
  public Call post(UUID key, String entry) {
    return isJudging(entry) ? post(key, entry, dossier().etag()) : unread(key, entry);
  }

  /** The call that records this entry under this key, having read this version. */
  public Call post(UUID key, String entry, String etag) {
    return unread(key, entry).header("If-Match", etag);
  }

  /** The call that records this entry under this key without saying what was read. */
  public Call unread(UUID key, String entry) {
    return call("POST", "/entries").header("Idempotency-Key", key.toString()).json(entry);
  }

  /** Keeps a draft. */
  public void keepDraft(String form, String draft) {
    call("PUT", "/drafts/" + form).json(draft).send().expect(200);
  }

  /** The draft of this form; a missing node when there is none. */
  public JsonNode draft(String form) {
    Answer answer = call("GET", "/drafts/" + form).send();
    return answer.status() == 404 ? Json.read("") : answer.expect(200).json().path("draft");
  }

  /** The bytes of an entry's document. */
  public byte[] document(String entry) {
    return call("GET", "/entries/" + entry + "/document").send().expect(200).bytes();
  }

  /** The bytes of an entry's document with the reactions behind it. */
  public byte[] print(String entry) {
    return call("GET", "/entries/" + entry + "/print").send().expect(200).bytes();
  }

  /** Sends a file as the page does. */
  public Answer attach(byte[] file) {
    return call("POST", "/attachments").bytes("application/octet-stream", file).send();
  }

  /** The signed sheet of an answer. */
  public Answer sheet(String entry) {
    return call("GET", "/entries/" + entry + "/sheet").send();
  }

  private static boolean isJudging(String entry) {
    return JUDGING.contains(requireNonNull(Json.read(entry).path("kind").asText()));
  }
}
