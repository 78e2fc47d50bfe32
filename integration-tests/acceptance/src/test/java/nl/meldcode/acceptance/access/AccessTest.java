package nl.meldcode.acceptance.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.MintedLaunch;
import nl.meldcode.acceptance.kit.Site;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.kit.View;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The dossier of Lotte with a report recorded, and people who may do less than Nora. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
  private static final Duration A_MOMENT = Duration.ofSeconds(4);

  private StartedSchool school;
  private Lotte lotte;
  private String report = "";

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    lotte = new Lotte(school);
    report = lotte.untilReport().id();
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Covers("S04")
  void whoSignsOutAtTheHostIsOutInTheTabsToo() {
    HostSession desk = HostSession.signIn(school.site(), "petra");
    Tab tab = desk.open(Lotte.PUPIL);
    long later = Instant.now().getEpochSecond() + 2;
    Await.until("another second", A_MOMENT, () -> Instant.now().getEpochSecond() > later);
    Tab phone = lotte.now("petra");

    desk.signOut();

    Await.until("the end", A_MOMENT, () -> tab.call("GET", "/dossier").send().status() == 401);
    assertThat(phone.call("GET", "/dossier").send().status()).as("elsewhere").isEqualTo(200);
  }

  @Test
  @Covers({"S0.7", "S4.7", "S10"})
  void aTeacherWhoWeighsIsToldWhoMayAndStoresNothing() {
    Tab anja = lotte.now("anja");
    View before = anja.dossier();
    long logged = logged();

    Answer answer =
        anja.post(UUID.randomUUID(), Forms.weighing(Lotte.WEIGHED), before.etag())
            .send()
            .expect(403);

    assertThat(logged).as("an access log that can be counted").isPositive();
    assertThat(logged()).as("the refusal is logged").isEqualTo(logged + 1);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.json().path("detail").asText())
        .containsIgnoringCase("intern begeleider")
        .containsIgnoringCase("directie");
    assertThat(answer.text()).doesNotContain(Lotte.WEIGHED);
    assertThat(lotte.now("nora").dossier().version()).isEqualTo(before.version());
    assertThat(lotte.now("nora").dossier().entries("Weighing")).isEmpty();
  }

  @Test
  @Covers({"S0.7", "S10"})
  void aTeacherNeitherDecidesNorClosesNorAcceptsTheHandover() {
    Tab anja = lotte.now("anja");
    long before = anja.dossier().version();
    anja.recordExpecting(403, Forms.decision(february(16), Lotte.DECIDED));
    anja.recordExpecting(403, Forms.closing(february(16)));
    anja.recordExpecting(403, Forms.handover(february(16)));
    anja.recordExpecting(403, Forms.review(february(16)));
    assertThat(anja.dossier().version()).isEqualTo(before);
  }

  @Test
  @Covers({"S11"})
  void aTeacherOfAnotherGroupSeesTheSameWithAndWithoutADossier() {
    Tab with = tim("lotte");
    Tab without = tim("eva");

    Answer there = with.call("GET", "/dossier").send().expect(200);
    Answer nothing = without.call("GET", "/dossier").send().expect(200);
    assertThat(there.json().path("hidden").asBoolean()).isTrue();
    assertThat(there.json().path("dossier").isNull()).isTrue();
    assertThat(neutral(there, "Lotte Hendriks", "lotte"))
        .isEqualTo(neutral(nothing, "Eva Smeets", "eva"));
    assertThat(there.headers().keySet()).isEqualTo(nothing.headers().keySet());
    assertThat(there.header("ETag")).isEqualTo(nothing.header("ETag"));
    assertThat(there.text()).doesNotContain(report, "SCOPE", "CHILD_ABUSE");
  }

  @Test
  @Covers({"S11"})
  void whatATeacherOfAnotherGroupTriesIsAnsweredTheSameWithAndWithoutADossier() {
    Tab with = tim("lotte");
    Tab without = tim("eva");

    for (String entry :
        new String[] {
          Forms.opening(february(16)),
          Forms.fiveAnswers(),
          Forms.handover(february(16)),
          Forms.talk(february(16)),
          Forms.review(february(16)),
          Forms.closing(february(16))
        }) {
      UUID key = UUID.randomUUID();
      assertSame(with.post(key, entry, "\"1\"").send(), without.post(key, entry, "\"1\"").send());
    }
    assertSame(
        with.call("GET", "/entries/" + report + "/document").send(),
        without.call("GET", "/entries/" + report + "/document").send());
    assertSame(with.call("GET", "/log").send(), without.call("GET", "/log").send());
    assertSame(
        with.call("GET", "/entries/" + report + "/print").send(),
        without.call("GET", "/entries/" + report + "/print").send());
  }

  @Test
  @Covers({"S10"})
  void aTeacherOfAnotherGroupRecordsASignalAndSeesThatOneAlone() {
    Tab tim = tim("bo");
    Tab anja = school.tab("anja", "bo");
    anja.record(Forms.signal(february(16), "Bo huilde in de kring."));
    String own = tim.record(Forms.signal(february(16), "Bo zat alleen op het plein."));

    Answer seen = tim.call("GET", "/dossier").send().expect(200);
    assertThat(seen.json().path("hidden").asBoolean()).isTrue();
    assertThat(seen.json().path("own")).hasSize(1);
    assertThat(seen.json().at("/own/0/id").asText()).isEqualTo(own);
    assertThat(seen.text()).doesNotContain("huilde");
    assertThat(anja.dossier().entries("Signal")).hasSize(2);
  }

  @Test
  @Covers({"S10"})
  void anothersContextIsNobodysContext() {
    Tab anja = lotte.now("anja");
    Tab tim = school.tab("tim", "finn");
    String foreign = "/../" + anja.context() + "/dossier";
    Answer answer = tim.call("GET", foreign).send();
    assertThat(answer.status()).isIn(401, 404);
    Answer unknown =
        tim.call("GET", "/../" + "x".repeat(anja.context().length()) + "/dossier").send();
    assertThat(answer.status()).isEqualTo(unknown.status());
    assertThat(answer.text()).isEqualTo(unknown.text());
  }

  @Test
  @Covers({"S07", "S09"})
  void everyAnswerCarriesThePoliciesAndOnlyTheHostFramesAPage() {
    Tab nora = lotte.now("nora");
    Site site = school.site();
    String host = site.host().getScheme() + "://" + site.host().getAuthority();
    List<Answer> answers =
        List.of(
            nora.call("GET", "/dossier").send().expect(200),
            nora.call("GET", "/entries/" + report + "/document").send().expect(200),
            nora.call("GET", "/nothing").send().expect(404),
            nora.call("PUT", "/dossier").send().expect(405),
            Call.get(nora.address("/dossier")).send().expect(401),
            Call.get(site.plugin("/api/v1/openapi.json")).send().expect(200),
            Call.get(site.plugin("/descriptor")).send().expect(200),
            Call.get(site.plugin("/jwks.json")).send().expect(200),
            Call.get(site.plugin("/web/app.js")).send().expect(200),
            Call.get(site.plugin("/web/none.js")).send().expect(404),
            Call.get(site.plugin("/nowhere")).send().expect(404),
            Call.get(site.plugin("/launch")).send().expect(404),
            Call.post(site.plugin("/events")).json("{}").send().expect(401));
    for (Answer answer : answers) {
      assertThat(answer.header("X-Content-Type-Options")).as("%s", answer).contains("nosniff");
      assertThat(answer.header("Referrer-Policy")).as("%s", answer).contains("no-referrer");
      assertThat(answer.header("Server")).as("%s", answer).isEmpty();
      assertThat(answer.header("Content-Security-Policy").orElse(""))
          .as("%s", answer)
          .contains("default-src 'none'", "frame-ancestors " + (isPage(answer) ? host : "'none'"));
    }

    Answer page = nora.page().expect(200);
    assertThat(page.header("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe")
        .matches(".*frame-ancestors " + Pattern.quote(host) + "(;.*)?");
    assertThat(Tab.post(site, HostSession.signIn(site, "nora").launch(Lotte.PUPIL)))
        .extracting(answer -> answer.header("Set-Cookie").orElse(""))
        .asString()
        .contains("HttpOnly", "Secure", "SameSite=None", "Partitioned");
  }

  @Test
  @Covers({"R10", "P1"})
  void theApplicationManagerGetsNoTab() {
    HostSession rik = HostSession.signIn(school.site(), "rik");
    assertThat(rik.page("/pupils/" + Lotte.PUPIL).text()).doesNotContain("/tabs/");
    assertThat(rik.page("/pupils/" + Lotte.PUPIL + "/tabs/meldcode.overzicht").status())
        .isEqualTo(404);
    assertThat(HostSession.signIn(school.site(), "anja").pluginTab(Lotte.PUPIL)).isPresent();
  }

  private static boolean isPage(Answer answer) {
    return answer.header("Content-Type").orElse("").startsWith("text/html");
  }

  private Tab tim(String pupil) {
    HostSession tim = HostSession.signIn(school.site(), "tim");
    return Tab.open(
        school.site(),
        MintedLaunch.forPupil(school, tim.launch(Ids.pupil("finn")), Ids.pupil(pupil)));
  }

  private static void assertSame(Answer one, Answer other) {
    assertThat(one.status()).isEqualTo(other.status());
    assertThat(one.text()).isEqualTo(other.text());
    assertThat(one.headers().keySet()).isEqualTo(other.headers().keySet());
    assertThat(one.header("ETag")).isEqualTo(other.header("ETag"));
  }

  /** The body without what is different between any two pupils at any two moments. */
  private static String neutral(Answer answer, String name, String pupil) {
    return answer
        .text()
        .replace(Ids.pupil(pupil).toString(), "PUPIL")
        .replace(name, "NAME")
        .replace("\"givenName\":\"" + name.substring(0, name.indexOf(' ')) + "\"", "GIVEN")
        .replaceAll("\"age\":\\d+", "AGE")
        .replaceAll("\"(now|asOf)\":\"[^\"]*\"", "MOMENT");
  }

  /** How many events the access log holds; each is a sealed line. */
  private long logged() {
    try (Stream<Path> files = Files.walk(school.data().resolve("plugin/access"))) {
      return files.filter(Files::isRegularFile).mapToLong(AccessTest::lines).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file, ISO_8859_1)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
