package nl.meldcode.referencehost.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.referencehost.Exchange;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.TestSettings;
import nl.meldcode.referencehost.launch.Descriptor;
import nl.meldcode.referencehost.launch.Descriptors;
import nl.meldcode.referencehost.launch.HostKeys;
import nl.meldcode.referencehost.launch.LaunchTokens;
import nl.meldcode.referencehost.launch.PluginLink;
import nl.meldcode.referencehost.model.AckKind;
import nl.meldcode.referencehost.model.Acknowledgement;
import nl.meldcode.referencehost.model.HostRole;
import nl.meldcode.referencehost.model.RecordEntry;
import nl.meldcode.referencehost.model.StoredDocument;
import nl.meldcode.referencehost.model.Visibility;
import nl.meldcode.referencehost.seed.DemoSchool;
import nl.meldcode.referencehost.store.Account;
import nl.meldcode.referencehost.store.Accounts;
import nl.meldcode.referencehost.store.Database;
import nl.meldcode.referencehost.store.Events;
import nl.meldcode.referencehost.store.Passwords;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.RosterStore;
import nl.meldcode.referencehost.store.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageServletTest {
  private static final Instant NOW = Instant.parse("2026-02-18T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final UUID LOTTE = Ids.of("pupil", "lotte");
  private static final UUID DOCUMENT = Ids.of("document", "1");
  private static final String AWAY = "De tabbladen van de meldcode zijn nu even weg.";
  private static final String RECORD = "/pupils/" + LOTTE;

  @TempDir Path folder;
  private Roster roster;
  private Database database;
  private Records records;
  private Accounts accounts;
  private Sessions sessions;
  private HttpServer plugin;
  private PageServlet servlet;
  private URI base;

  @BeforeEach
  void start() throws IOException {
    plugin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = URI.create("http://127.0.0.1:" + plugin.getAddress().getPort() + "/meldcode");
    plugin.createContext(
        "/meldcode/descriptor",
        exchange -> {
          byte[] body = descriptor(base).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    plugin.start();
    database = Database.open(folder);
    roster = new RosterStore(database).loadOr(DemoSchool::create);
    records = new Records(database);
    accounts = new Accounts(database);
    sessions = new Sessions(database, accounts, CLOCK);
    servlet = servlet(new Descriptors(base, () -> 0));
  }

  private PageServlet servlet(PluginLink link) {
    Settings settings = TestSettings.in(folder);
    return new PageServlet(
        settings,
        new PageServlet.Stores(roster, records, accounts, sessions, new Events(database, CLOCK)),
        new LaunchTokens(settings, roster, HostKeys.in(folder), CLOCK),
        link,
        CLOCK);
  }

  @AfterEach
  void stop() {
    plugin.stop(0);
    database.close();
  }

  @Test
  void withoutSigningInThereIsOnlyTheLoginPage() {
    Exchange reply = Exchange.of("GET", RECORD).send(servlet);
    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.header("Location")).isEqualTo("/login?next=" + RECORD);
    assertThat(Exchange.of("GET", "/portal").send(servlet).status()).isEqualTo(303);
  }

  @Test
  void nameAndPasswordOpenASession() {
    accounts.add(staff("anja"), Passwords.hash("geheim"));
    Exchange right = login("geheim", "token", "token");
    assertThat(right.status()).isEqualTo(303);
    assertThat(right.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
    assertThat(login("verkeerd", "token", "token").status()).isEqualTo(403);
  }

  @Test
  void aLoginFormOfAnotherSiteDoesNotWork() {
    accounts.add(staff("anja"), Passwords.hash("geheim"));
    Exchange forged = login("geheim", "token", "other");
    assertThat(forged.status()).isEqualTo(403);
    assertThat(forged.header("Set-Cookie")).doesNotContain("leerlingplein=");
  }

  @Test
  void afterSigningInNobodyIsSentToAnotherSite() {
    assertThat(LoginPages.safe("//evil.example")).isEqualTo("/");
    assertThat(LoginPages.safe("https://evil.example")).isEqualTo("/");
    assertThat(LoginPages.safe("/\\evil.example")).isEqualTo("/");
    assertThat(LoginPages.safe(RECORD)).isEqualTo(RECORD);
  }

  @Test
  void aTeacherSeesTheOwnGroupOnlyAndAnAdministratorNoChild() {
    assertThat(page("anja", RECORD).text()).contains("Lotte Hendriks").contains("8 jaar");
    assertThat(page("tim", RECORD).status()).isEqualTo(404);
    assertThat(page("rik", RECORD).status()).isEqualTo(404);
    assertThat(page("rik", "/pupils").text()).doesNotContain("Lotte");
  }

  @Test
  void thePluginsTabIsThereForItsRolesWhileThePluginIs() {
    assertThat(page("anja", RECORD).text()).contains(RECORD + "/tabs/overview\">Meldcode</a>");
    assertThat(page("petra", "/").text()).contains("/tabs/work-list");
    assertThat(page("rik", "/").text()).doesNotContain("/tabs/work-list");
  }

  @Test
  void withoutThePluginThePageIsTheSameButForItsTabAndSaysSo() {
    assertThat(page("anja", RECORD).text()).doesNotContain(AWAY);
    plugin.stop(0);
    servlet = servlet(new Descriptors(URI.create("http://127.0.0.1:1/meldcode"), () -> 0));

    Exchange reply = page("anja", RECORD);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).contains("Documenten", AWAY).doesNotContain("Meldcode</a>");
    for (String tab : List.of(RECORD + "/tabs/overview", "/tabs/work-list")) {
      assertThat(page("anja", tab).status()).isEqualTo(503);
      assertThat(page("anja", tab).text()).contains(AWAY).doesNotContain("launch_token");
    }
    assertThat(page("tim", RECORD + "/tabs/overview").status()).as("not his pupil").isEqualTo(404);
    assertThat(portal("ilse", "ilse-van-dam", "/portal").text()).doesNotContain(AWAY);
  }

  @Test
  void aLaunchThatIsRefusedBeforehandShowsWhyAndNoFrame() {
    PluginLink http = new Descriptors(base, () -> 0);
    servlet =
        servlet(
            new PluginLink() {
              @Override
              public Optional<Descriptor> current() {
                return http.current();
              }

              @Override
              public Opening open(Descriptor descriptor, String token) {
                return new Opening.Refused("Nu niet.");
              }
            });
    for (String address : List.of("/tabs/overview", "/tabs/overview/window")) {
      assertThat(page("anja", RECORD + address).text())
          .contains(">Nu niet.</p>")
          .doesNotContain("launch_token", "<iframe");
    }
  }

  @Test
  void aTabPostsItsTokenIntoASandboxedFrame() {
    String html = page("anja", RECORD + "/tabs/overview").text();
    String launch = "http://127.0.0.1:" + plugin.getAddress().getPort() + "/meldcode/launch";
    assertThat(html)
        .contains("method=\"post\" action=\"" + launch + "\" target=\"plugin\"")
        .contains("name=\"launch_token\" value=\"ey")
        .contains(
            "sandbox=\"allow-forms allow-scripts allow-same-origin allow-downloads allow-popups\"")
        .contains(
            "href=\"" + RECORD + "/tabs/overview/window\" target=\"_blank\" rel=\"noopener\"");
    assertThat(page("anja", RECORD + "/tabs/overview/window").text())
        .contains("target=\"_self\"")
        .doesNotContain("<iframe");
    assertThat(page("tim", RECORD + "/tabs/overview").status()).isEqualTo(404);
  }

  @Test
  void onlyThePluginMayBeFramedAndPostedTo() {
    String policy = page("anja", RECORD).header("Content-Security-Policy");
    assertThat(policy)
        .contains("frame-src http://127.0.0.1:8080;")
        .contains("form-action 'self' http://127.0.0.1:8080")
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'");
  }

  @Test
  void documentsAreForTheAudienceOnly() {
    entry(Visibility.RESTRICTED_STAFF, Set.of(HostRole.CARE_COORDINATOR), "Gespreksverslag");
    assertThat(page("nora", RECORD + "/documents").text())
        .contains("alleen aangewezen medewerkers")
        .contains("1 ondertekend, 1 gezien")
        .contains("Ilse van Dam")
        .contains("Niet mee eens");
    assertThat(page("nora", download()).bytes()).isEqualTo(new byte[] {1, 2, 3});
    assertThat(page("anja", RECORD + "/documents").text()).doesNotContain("Gespreksverslag");
    assertThat(page("anja", download()).status()).isEqualTo(404);
  }

  @Test
  void aTeacherInTheAudienceIsTheTeacherOfThisPupil() {
    entry(Visibility.RESTRICTED_STAFF, Set.of(HostRole.TEACHER), "Gespreksverslag");
    assertThat(page("anja", download()).status()).isEqualTo(200);
    assertThat(page("tim", download()).status()).isEqualTo(404);
    assertThat(page("nora", download()).status()).isEqualTo(404);
  }

  @Test
  void parentsSeeNothingOfThePluginUntilItIsReleased() {
    entry(Visibility.RESTRICTED_STAFF, Set.of(HostRole.HEAD), "Gespreksverslag");
    String before = portal("ilse", "ilse-van-dam", "/portal").text();
    assertThat(before)
        .contains("Lotte Hendriks")
        .doesNotContain("Gespreksverslag")
        .doesNotContainIgnoringCase("meldcode");
    String address = "/portal" + download();
    assertThat(portal("ilse", "ilse-van-dam", address).status()).isEqualTo(404);

    entry(Visibility.PARENT_PORTAL, Set.of(HostRole.HEAD), "Gespreksverslag");
    assertThat(portal("ilse", "ilse-van-dam", "/portal").text())
        .contains("Gespreksverslag")
        .doesNotContainIgnoringCase("meldcode");
    assertThat(portal("ilse", "ilse-van-dam", address).status()).isEqualTo(200);
    assertThat(portal("sanne", "sanne-mulder", "/portal").text()).doesNotContain("Gespreksverslag");
    assertThat(portal("sanne", "sanne-mulder", address).status()).isEqualTo(404);
  }

  @Test
  void whatIsSharedWithAllStaffIsNotSharedWithParents() {
    entry(Visibility.STAFF, Set.of(HostRole.HEAD), "Gespreksverslag");
    assertThat(portal("ilse", "ilse-van-dam", "/portal").text()).doesNotContain("Gespreksverslag");
    assertThat(portal("ilse", "ilse-van-dam", "/portal" + download()).status()).isEqualTo(404);
  }

  @Test
  void parentsCannotOpenStaffPagesNorStaffThePortal() {
    assertThat(portal("ilse", "ilse-van-dam", RECORD).status()).isEqualTo(404);
    assertThat(page("nora", "/portal").status()).isEqualTo(404);
  }

  @Test
  void aTitleCannotCarryMarkup() {
    entry(Visibility.STAFF, Set.of(HostRole.HEAD), "<script>alert(1)</script>");
    assertThat(page("nora", RECORD + "/documents").text())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void atAnotherHostNameThereIsNothing() {
    assertThat(Exchange.of("GET", "/login").server("127.0.0.1").send(servlet).status())
        .isEqualTo(404);
  }

  private void entry(Visibility visibility, Set<HostRole> audience, String title) {
    UUID id = Ids.of("entry", "1");
    UUID nora = Ids.of("staff", "nora");
    boolean fresh = records.find(id).isEmpty();
    records.save(
        new RecordEntry(
            id,
            LOTTE,
            "meetingReport",
            id,
            title,
            NOW,
            nora,
            "restricted",
            visibility,
            audience,
            true,
            null,
            "active",
            1,
            NOW,
            NOW,
            List.of()));
    if (fresh) {
      records.add(
          new StoredDocument(DOCUMENT, id, "application/pdf", 3, "00", null, "available", NOW),
          new byte[] {1, 2, 3});
      records.save(ack("1", AckKind.SEEN, "jeroen-hendriks", "Niet mee eens"));
      records.save(ack("2", AckKind.SIGNED, "ilse-van-dam", ""));
    }
  }

  private static Acknowledgement ack(String name, AckKind kind, String person, String remark) {
    return new Acknowledgement(
        Ids.of("ack", name),
        Ids.of("entry", "1"),
        kind,
        Ids.of("person", person),
        Ids.of("staff", "nora"),
        false,
        NOW,
        "unknown",
        remark,
        DOCUMENT,
        "00",
        "paper",
        1);
  }

  private static String download() {
    return "/record-entries/" + Ids.of("entry", "1") + "/documents/" + DOCUMENT;
  }

  private Exchange login(String password, String cookie, String csrf) {
    return Exchange.of("POST", "/login")
        .cookie("leerlingplein_login", cookie)
        .parameter("csrf", csrf)
        .parameter("name", "Anja")
        .parameter("password", password)
        .send(servlet);
  }

  private Exchange page(String login, String path) {
    return as(staff(login), path);
  }

  private Exchange portal(String login, String person, String path) {
    return as(new Account(login, Account.Kind.PARENT, Ids.of("person", person)), path);
  }

  private Exchange as(Account account, String path) {
    if (accounts.find(account.login()).isEmpty()) {
      // Without a password: nobody signs in here, and making a hash is slow on purpose.
      database.update(
          "INSERT INTO account VALUES (?, ?, ?, '')",
          account.login(),
          account.kind().name(),
          account.subject().toString());
    }
    return Exchange.of("GET", path).cookie("leerlingplein", sessions.start(account)).send(servlet);
  }

  private static Account staff(String login) {
    return new Account(login, Account.Kind.STAFF, Ids.of("staff", login));
  }

  private static String descriptor(URI base) {
    return """
        {"launchUri": "%s/launch", "tabs": [
          {"key": "overview", "group": "Meldcode", "location": "pupil.record", "title": {"nl": "Overzicht"}, "order": 1,
           "requiredHostRoles": ["teacher", "careCoordinator"]},
          {"key": "work-list", "group": "Meldcode", "location": "staff.home", "title": {"nl": "Wat moet ik doen"}, "order": 1,
           "requiredHostRoles": ["head"]}]}"""
        .formatted(base);
  }
}
