package nl.meldcode.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manual is served whole: each page opens, and each link in it leads somewhere. */
class ManualTest {
  private static final Path PAGES = Path.of("src/main/resources/manual");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
  private static final Pattern SCREEN = Pattern.compile("manualPicture\\(\"([a-z0-9-]+)\"\\)");

  private final ManualServlet manual = new ManualServlet(Desk.SETTINGS, new Pages(Desk.SETTINGS));

  static Stream<String> pages() throws IOException {
    try (Stream<Path> all = Files.list(PAGES)) {
      return all
          .map(one -> one.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .map(name -> name.substring(0, name.length() - ".md".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachPageOpensAndItsLinksLeadSomewhere(String page) throws IOException, ServletException {
    Exchange opened = new Exchange("GET", "/" + page).with(manual);
    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.body()).contains("<h1>").doesNotContain("|---").doesNotContain("](");
    assertThat(opened.headers().get("Content-Security-Policy")).contains("default-src 'none'");

    String content = ManualServlet.html(Files.readString(PAGES.resolve(page + ".md")));
    for (MatchResult link : LINK.matcher(content).results().toList()) {
      Exchange next = new Exchange("GET", "/" + link.group(1)).with(manual);
      assertThat(next.status()).as(link.group(1)).isEqualTo(200);
    }
  }

  @Test
  @Covers("P14")
  void everyPageIsReachedFromTheFirst() throws IOException, ServletException {
    String first = new Exchange("GET", "/").with(manual).body();

    assertThat(pages().filter(page -> !page.equals("inhoud")))
        .hasSizeGreaterThan(5)
        .allSatisfy(page -> assertThat(first).contains("href=\"" + page + "\""));
  }

  @ParameterizedTest
  @Covers("S14")
  @ValueSource(
      strings = {"/../access/table", "/a.md", "/none", "/plaatjes/../inhoud.png", "/plaatjes/x.js"})
  void nothingElseIsServed(String path) throws IOException, ServletException {
    assertThat(new Exchange("GET", path).with(manual).status()).isEqualTo(404);
  }

  /** Links in a page go from its folder, which a proxy may serve below a path of its own. */
  @Test
  void theFolderWithoutItsSlashLeadsToTheFolderAsBrowsersSeeIt()
      throws IOException, ServletException {
    Exchange answer = new Exchange("GET", null).with(manual);

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.sent("Location")).isEqualTo("/school/meldcode/manual/");
  }

  @Test
  void markupInAPageIsText() {
    assertThat(ManualServlet.html("a <script>x</script> [b](javascript:c)"))
        .doesNotContain("<script")
        .doesNotContain("javascript:");
  }

  /** A picture that nobody takes any more is a picture of what no longer is. */
  @Test
  @Covers("P14")
  void eachPictureIsTakenByATestInTheBrowser() throws IOException {
    List<String> taken;
    try (Stream<Path> tests =
        Files.walk(Path.of("../integration-tests/acceptance/src/test/java"))) {
      taken =
          tests
              .filter(one -> one.toString().endsWith("PagesTest.java"))
              .map(ManualTest::text)
              .flatMap(text -> SCREEN.matcher(text).results())
              .map(one -> "plaatjes/" + one.group(1) + ".png")
              .distinct()
              .toList();
    }
    List<String> shown =
        pages()
            .map(page -> text(PAGES.resolve(page + ".md")))
            .flatMap(text -> Pattern.compile("\\((plaatjes/[^)]+)\\)").matcher(text).results())
            .map(one -> one.group(1))
            .distinct()
            .toList();

    assertThat(shown).isNotEmpty();
    assertThat(taken).containsExactlyInAnyOrderElementsOf(shown);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
