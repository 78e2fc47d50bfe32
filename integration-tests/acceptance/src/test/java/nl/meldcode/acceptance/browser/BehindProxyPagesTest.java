package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.Photos;
import nl.meldcode.acceptance.kit.ReverseProxy;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Behind a proxy with TLS and a path of its own, as the manual tells administrators. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindProxyPagesTest {
  private static final String SOMEBODY = "203.0.113.77";
  private static final String SEEN = "Kwam zonder jas, terwijl het vroor.";

  private ReverseProxy proxy;
  private StartedSchool school;

  @BeforeAll
  void start() {
    proxy = new ReverseProxy();
    school = StartedSchool.behind(proxy, february(2), LocalTime.of(9, 0));
  }

  @AfterAll
  void stop() {
    school.close();
    proxy.close();
  }

  @Test
  @Covers("P6")
  void fromTheFrameOnTheHostsPageToASignalAndAReport() {
    Lotte lotte = new Lotte(school);
    try (Chromium chromium = new Chromium()) {
      try (Screen anja = chromium.signIn(school.site(), "anja")) {
        anja.dossier("Lotte Hendriks").plugin().getByText("Signaal vastleggen").first().click();
        anja.form("Signal").write("facts", SEEN).record("Leg signaal vast");
      }
      lotte.untilReport();
      assertThat(lotte.now("anja").dossier().text()).contains(SEEN);
      // Two weeks later nobody is signed in any more.
      try (Screen anja = chromium.signIn(school.site(), "anja")) {
        anja.dossier("Lotte Hendriks").step("Ouders");
        byte[] pdf = anja.download(anja.plugin().getByText("Download het verslag (pdf)").first());
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      }
    }
    Await.until(
        "the report at the host",
        Duration.ofSeconds(30),
        () ->
            HostSession.signIn(school.site(), "nora")
                .documents(Lotte.PUPIL)
                .contains("Gespreksverslag"));
  }

  @Test
  @Covers({"S07", "S09"})
  void headersAndAddressesAreThoseThatBrowsersSee() {
    HostSession.Launch launch = HostSession.signIn(school.site(), "nora").launch(Ids.pupil("sam"));
    Answer opened = Tab.post(school.site(), launch).expect(303);
    assertThat(opened.header("Set-Cookie").orElse(""))
        .matches("__Host-mc=[\\w-]+; Path=/; Secure; HttpOnly; SameSite=None; Partitioned");
    assertThat(opened.header("Location").orElse("")).startsWith("/school/meldcode/tabs/");

    Tab tab = school.tab("nora", "sam");
    assertThat(tab.page().header("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors " + school.site().host() + ";", "script-src 'self' 'nonce-");
    assertThat(tab.page().header("Strict-Transport-Security")).hasValue("max-age=31536000");
    Answer made = tab.post(UUID.randomUUID(), Forms.signal(february(2), SEEN)).send().expect(201);
    URI entry = tab.address("/entries").resolve(made.header("Location").orElse(""));
    assertThat(entry).isEqualTo(tab.address("/entries/" + made.json().path("id").asText()));
    Answer refused = tab.bare("POST", "/entries").json("{}").send().expect(403);
    assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.text()).doesNotContain("http:", "127.0.0.1");
  }

  @Test
  @Covers("P14")
  void theManualOpensAndItsLinksLeadOn() {
    Answer slash = Call.get(school.site().plugin("/manual")).send().expect(301);
    URI manual = school.site().plugin("").resolve(slash.header("Location").orElse(""));
    String first = Call.get(manual).send().expect(200).text();

    assertThat(first).contains("href=\"/school/meldcode/web/ui.css\"");
    Call.get(school.site().plugin("/web/ui.css")).send().expect(200);
    Call.get(manual.resolve("beheer")).send().expect(200);
  }

  @Test
  @Covers("S21")
  void aFileLargerThanTheProxyAllowsByItselfArrives() {
    byte[] photo = Arrays.copyOf(Photos.sheet("jpeg"), 3 << 20);
    Tab nora = school.tab("nora", "mila");
    nora.record(Forms.signal(february(2), SEEN));
    nora.record(Forms.opening(february(2)));

    nora.attach(photo).expect(201);
  }

  @Test
  @Covers({"P11", "S22"})
  void nobodyOutsideAsksHowItIsAndNoAddressOfAVisitorIsBelievedOrKept() throws IOException {
    for (String path : List.of("/health/ready", "/health/live", "/metrics", "/%68ealth/ready")) {
      Call.get(school.site().plugin(path))
          .header("X-Forwarded-For", "127.0.0.1")
          .send()
          .expect(404);
    }
    URI inside = URI.create("http://127.0.0.1:" + proxy.behind() + "/meldcode/health/ready");
    Call.get(inside).send().expect(200);
    Call.get(inside).header("X-Forwarded-For", SOMEBODY).send().expect(404);
    Call.get(school.site().plugin("/manual/")).header("X-Forwarded-For", SOMEBODY).send();

    try (Stream<Path> kept = Files.walk(school.data())) {
      for (Path file : kept.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as("%s", file)
            .doesNotContain(SOMEBODY);
      }
    }
  }
}
