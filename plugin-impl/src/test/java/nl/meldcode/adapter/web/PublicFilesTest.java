package nl.meldcode.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicFilesTest {
  private final WebFiles files = new WebFiles();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lit-html/lit-html.js",
        "/lit-html/directive.js",
        "/lit-html/directive-helpers.js",
        "/lit-html/directives/live.js"
      })
  void litIsServedAsAModule(String path) throws IOException, ServletException {
    Exchange file = new Exchange("GET", path).with(files);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).contains("export");
    assertThat(file.headers())
        .containsEntry("Content-Type", "text/javascript; charset=utf-8")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Cache-Control", "no-cache")
        .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  @Test
  void aCopyThatIsStillTheOneIsNotSentAgain() throws IOException, ServletException {
    String etag = new Exchange("GET", "/lit-html/lit-html.js").with(files).sent("ETag");
    Exchange again =
        new Exchange("GET", "/lit-html/lit-html.js").header("If-None-Match", etag).with(files);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    Exchange stale =
        new Exchange("GET", "/lit-html/lit-html.js").header("If-None-Match", "\"x\"").with(files);
    assertThat(stale.status()).isEqualTo(200);
  }

  @Test
  @Covers("U3")
  void theScriptOfThePagesImportsOnlyLitAndTheStyleImportsNothing()
      throws IOException, ServletException {
    assertThat(new Exchange("GET", "/app.js").with(files).body().lines())
        .filteredOn(line -> line.startsWith("import "))
        .isNotEmpty()
        .allMatch(line -> line.contains("'lit-html"));
    assertThat(new Exchange("GET", "/ui.css").with(files).body()).doesNotContain("@import");
  }

  @Test
  @Covers("U3")
  void whoTakesItCompressedGetsItSo() throws IOException, ServletException {
    Exchange plain = new Exchange("GET", "/ui.css").header("Accept-Encoding", "br").with(files);
    Exchange small =
        new Exchange("GET", "/ui.css").header("Accept-Encoding", "gzip, br").with(files);
    assertThat(plain.headers()).doesNotContainKey("Content-Encoding");
    assertThat(small.headers())
        .containsEntry("Content-Encoding", "gzip")
        .containsEntry("Vary", "Accept-Encoding");
    assertThat(small.body().length()).isLessThan(plain.body().length() / 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../document/document.css",
        "/lit-html/../../../../../document/document.css",
        "/%2e%2e/document/document.css",
        "//document/document.css",
        "/lit-html/package.json",
        "/lit-html/none.js",
        "/app.class",
        "/.js",
        "/"
      })
  void noPathLeadsElsewhere(String path) throws IOException, ServletException {
    assertThat(new Exchange("GET", path).with(files).status()).isEqualTo(404);
  }

  @Test
  @Covers("S20")
  void aPathOfVeryManyFoldersIsOnlyNotFound() throws IOException, ServletException {
    String path = "/" + "a/".repeat(20_000) + "x.js";
    assertThat(new Exchange("GET", path).with(files).status()).isEqualTo(404);
  }

  @Test
  void theDescriptorOffersTheTabsThatHaveAPage() throws IOException, ServletException {
    JsonNode json = json(Descriptor.json(Descriptor.of(Desk.SETTINGS)));
    assertThat(json.path("launchUri").asText())
        .isEqualTo("http://127.0.0.1:8080/school/meldcode/launch");
    assertThat(json.path("jwksUri").asText())
        .isEqualTo("http://127.0.0.1:8080/school/meldcode/jwks.json");
    assertThat(json.findValuesAsText("key"))
        .containsExactly(
            "nl.meldcode",
            "overview",
            "signals",
            "consultation",
            "parents",
            "weighing",
            "decision",
            "after-report",
            "links",
            "log",
            "work-list",
            "school",
            "lists",
            "emergency",
            "destructions",
            "figures");
    assertThat(json.path("tabs"))
        .allSatisfy(
            tab -> {
              assertThat(tab.path("group").asText()).isEqualTo("Meldcode");
              assertThat(tab.path("fallback").asText()).isEqualTo("newWindow");
              assertThat(tab.path("title").path("nl").asText()).isNotBlank();
              assertThat(tab.path("title").path("en").asText()).isNotBlank();
              assertThat(tab.path("requiredHostRoles"))
                  .extracting(JsonNode::asText)
                  .containsExactlyInAnyOrderElementsOf(readers(tab));
            });
  }

  private static List<String> readers(JsonNode tab) {
    if (List.of("pupil.record", "staff.home").contains(tab.path("location").asText())) {
      return List.of(
          "teacher", "behaviourSpecialist", "careCoordinator", "safeguardingOfficer", "head");
    }
    assertThat(tab.path("location").asText()).isEqualTo("school.admin");
    return switch (tab.path("key").asText()) {
      case "school" -> List.of("boardOfficer");
      case "destructions" -> List.of("head", "applicationManager", "dataProtectionOfficer");
      case "figures" -> List.of("careCoordinator", "safeguardingOfficer", "head");
      case "emergency" -> List.of("head", "dataProtectionOfficer");
      default -> List.of("safeguardingOfficer", "head", "applicationManager");
    };
  }

  @Test
  void theKeysAreGivenAsTheyAre() throws IOException, ServletException {
    Exchange keys = new Exchange("GET", null).with(new JsonServlet(() -> "{\"keys\":[]}"));
    assertThat(keys.body()).isEqualTo("{\"keys\":[]}");
    assertThat(keys.headers()).containsEntry("Content-Type", "application/json");
  }

  private static JsonNode json(String text) throws IOException {
    return new JsonMapper().readTree(text);
  }
}
