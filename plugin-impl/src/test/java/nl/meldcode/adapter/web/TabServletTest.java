package nl.meldcode.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabServletTest {
  private final Desk desk = new Desk();
  private final String session = desk.session();
  private final String context = desk.context(session, "nl");

  @Test
  @Covers({"S07", "S14"})
  void thePolicyLetsOnlyOurOwnFilesRunAndOnlyTheHostFrame() throws IOException, ServletException {
    Exchange page = get("/" + context + "/ouders");
    String nonce = nonce(page);
    assertThat(page.sent("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self' 'nonce-"
                + nonce
                + "'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self';"
                + " base-uri 'none'; form-action 'self'; object-src 'none';"
                + " frame-ancestors http://localhost:8080; require-trusted-types-for 'script';"
                + " trusted-types lit-html");
    assertThat(page.body()).containsOnlyOnce("nonce=").contains("nonce=\"" + nonce + "\"");
  }

  @Test
  @Covers({"S07", "S08"})
  void aPageIsKeptNowhereAndTellsNobodyWhereItWas() throws IOException, ServletException {
    assertThat(get("/" + context + "/ouders").headers())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Content-Type", "text/html; charset=utf-8")
        .doesNotContainKey("X-Frame-Options");
  }

  @Test
  void aWindowOfItsOwnIsCutOffFromWhoOpenedIt() throws IOException, ServletException {
    Exchange window =
        new Exchange("GET", "/" + context + "/ouders")
            .cookie(session)
            .header("Sec-Fetch-Dest", "document")
            .with(desk.tabs);
    assertThat(window.headers()).containsEntry("Cross-Origin-Opener-Policy", "same-origin");
    assertThat(get("/" + context + "/ouders").headers())
        .doesNotContainKey("Cross-Origin-Opener-Policy");
  }

  @Test
  @Covers("S14")
  void noTwoPagesShareANonce() throws IOException, ServletException {
    String first = nonce(get("/" + context + "/ouders"));
    assertThat(first).hasSizeGreaterThanOrEqualTo(22);
    assertThat(nonce(get("/" + context + "/ouders"))).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"overzicht", "signalen", "overleg", "ouders", "wegen", "beslissen", "na-melding"})
  @Covers("S22")
  void aTitleNamesNeitherPupilNorKindOfDossier(String tab) throws IOException, ServletException {
    Exchange page = get("/" + context + "/" + tab);
    assertThat(page.status()).isEqualTo(200);
    Matcher title =
        Pattern.compile("<title>([A-Za-z ]+) – leerlingdossier</title>").matcher(page.body());
    assertThat(title.find()).isTrue();
    assertThat(title.group(1)).doesNotContainIgnoringCase("meldcode").doesNotContain("Lotte");
  }

  @Test
  void thePageTellsItsScriptsWhereTheyAre() throws IOException, ServletException {
    assertThat(get("/" + context + "/ouders").body())
        .contains("<html lang=\"nl\">", "data-context=\"" + context + "\"", "data-tab=\"ouders\"")
        .contains(
            "data-base=\"/school/meldcode\"",
            "data-api=\"/school/meldcode/api/v1\"",
            "data-locale=\"nl\"")
        .contains("data-host-origin=\"http://localhost:8080\"", "<div id=\"app\"></div>")
        .contains("{\"lit-html\":\"/school/meldcode/web/lit-html/lit-html.js\"")
        .contains(
            "<link rel=\"modulepreload\" href=\"/school/meldcode/web/lit-html/directive.js\">")
        .contains("<script type=\"module\" src=\"/school/meldcode/web/app.js\"></script>");
  }

  @Test
  void whoReadsEnglishGetsEnglish() throws IOException, ServletException {
    assertThat(get("/" + desk.context(session, "en-GB") + "/ouders").body())
        .contains("<html lang=\"en\">", "Talk with parents – pupil record", "data-locale=\"en\"");
  }

  @Test
  @Covers("S11")
  void notYoursAndNotThereAreOnePage() throws IOException, ServletException {
    String other = desk.context(desk.session(), "nl");
    Exchange notThere = get("/0123456789abcdef/ouders");
    assertThat(notThere.status()).isEqualTo(404);
    assertThat(notThere.sent("Content-Security-Policy"))
        .contains("frame-ancestors http://localhost:8080");
    assertThat(notThere.body()).contains("Ga terug naar het leerlingdossier", "nieuw venster");
    List<Exchange> all =
        List.of(
            get("/" + other + "/ouders"),
            get("/" + context + "/onbekend"),
            get("/" + context),
            get("/../../x"),
            new Exchange("GET", "/" + context + "/ouders").with(desk.tabs),
            new Exchange("GET", "/" + context + "/ouders").cookie("forged").with(desk.tabs),
            new Exchange("GET", "/elsewhere").with(new NothingServlet(desk.pages)));
    assertThat(all)
        .allSatisfy(
            each -> {
              assertThat(each.status()).isEqualTo(404);
              assertThat(each.body()).isEqualTo(notThere.body());
              assertThat(each.headers()).isEqualTo(notThere.headers());
            });
  }

  @Test
  void aBrowserThatKeepsNoCookieInAFrameIsOfferedAWindow() throws IOException, ServletException {
    Exchange page = new Exchange("GET", "/" + context + "/ouders").query("start").with(desk.tabs);
    assertThat(page.body()).contains("Open dit onderdeel in een nieuw venster");
  }

  @Test
  void whatIsNoOriginNeverReachesAHeader() {
    URI here = URI.create("http://127.0.0.1:8080/school/meldcode");
    List<String> bad = List.of("https://host.example; script-src *");
    assertThatThrownBy(() -> new WebSettings(here, bad, "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Exchange get(String path) throws IOException, ServletException {
    return new Exchange("GET", path).cookie(session).with(desk.tabs);
  }

  private static String nonce(Exchange page) {
    Matcher nonce =
        Pattern.compile("'nonce-([A-Za-z0-9_-]+)'").matcher(page.sent("Content-Security-Policy"));
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }
}
