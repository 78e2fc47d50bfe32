package nl.meldcode.acceptance.contents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.Manual;
import nl.meldcode.acceptance.kit.StartCommand;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What another bundle of the framework sees of the plugin, while a dossier is open. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExposureTest {
  private static final Pattern NAME_OF_SECRET =
      Pattern.compile("(?i).*(password|passwd|secret|credential|privatekey|apikey|token|pin)$");
  private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9+/_=-]{20,}");

  private static final List<String> PEOPLE =
      List.of("Lotte", "Hendriks", "Anja", "Jeroen", "Viel in slaap", Lotte.PUPIL.toString());

  private StartedSchool school;
  private JsonNode inside;

  @BeforeAll
  void openADossier() {
    school = StartedSchool.inProcess(Lotte.february(2), LocalTime.of(9, 0));
    new Lotte(school).untilReport();
    inside = school.inside().json();
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Covers("S27")
  void thePluginExportsItsInterfaceAlone() {
    assertThat(named("bundles", "name", "nl.meldcode"))
        .singleElement()
        .satisfies(
            plugin ->
                assertThat(plugin.path("exports"))
                    .extracting(JsonNode::asText)
                    .containsExactly("nl.meldcode.api"));
  }

  @Test
  @Covers("S27")
  void itsServicesAreTheseAndNoOthers() {
    assertThat(named("services", "bundle", "nl.meldcode"))
        .extracting(ExposureTest::described)
        .containsExactlyInAnyOrder(
            "nl.meldcode.api.PluginTabs",
            // Their classes are in no exported package: nobody else can use these two.
            "nl.meldcode.adapter.osgi.PluginComponent",
            "jakarta.servlet.Servlet /manual/*",
            "nl.meldcode.adapter.osgi.HostComponent",
            // The component runtime takes configurations with it.
            "org.osgi.service.cm.ManagedService",
            "org.osgi.service.servlet.context.ServletContextHelper /meldcode",
            "jakarta.servlet.Filter /launch",
            "jakarta.servlet.Filter /v1/contexts/*",
            "jakarta.servlet.Filter /*",
            "jakarta.servlet.Servlet /*",
            "jakarta.servlet.Servlet /descriptor",
            "jakarta.servlet.Servlet /events",
            "jakarta.servlet.Servlet /jwks.json",
            "jakarta.servlet.Servlet /launch",
            "jakarta.servlet.Servlet /tabs/*",
            "jakarta.servlet.Servlet /web/*",
            "jakarta.servlet.Filter /*",
            // Two words for monitors, figures for who asks on this machine, a command for a shell.
            "org.osgi.service.servlet.context.ServletContextHelper /meldcode/health",
            "jakarta.servlet.Servlet /live",
            "jakarta.servlet.Servlet /ready",
            "org.osgi.service.servlet.context.ServletContextHelper /meldcode/metrics",
            "jakarta.servlet.Servlet /*",
            "nl.meldcode.adapter.health.CheckCommand",
            // What lets requests end before the plugin stops: of the pages, and of the interface.
            "jakarta.servlet.Filter /*",
            "jakarta.servlet.Filter /*",
            "org.osgi.service.servlet.context.ServletContextHelper /meldcode/api",
            "jakarta.servlet.Filter /*",
            "jakarta.servlet.Servlet /*");
  }

  @Test
  @Covers("S27")
  void noConsoleOrShellIsShippedOrStarted() {
    assertThat(inside.path("bundles"))
        .hasSizeGreaterThan(50)
        .extracting(bundle -> bundle.path("name").asText())
        .noneMatch(name -> name.matches("(?i).*(webconsole|gogo|shell|jolokia|telnet|ssh|jmx).*"));
    assertThat(all("services"))
        .extracting(service -> service.path("types").toString())
        .noneMatch(types -> types.matches(".*(CommandProcessor|CommandSession|WebConsole).*"));
    for (String path : List.of("/system/console", "/system/console/bundles")) {
      assertThat(Call.get(school.site().host().resolve(path)).send().status())
          .as("neither a page nor a request for a password")
          .isIn(303, 404);
    }
  }

  @Test
  @Covers("S27")
  void noPropertyIsNamedAsASecret() {
    assertThat(properties()).hasSizeGreaterThan(50);
    assertThat(properties())
        .filteredOn(property -> NAME_OF_SECRET.matcher(property.name()).matches())
        .isEmpty();
  }

  @Test
  @Covers("S27")
  void nothingOfAKeyOrAPasswordIsInAServiceOrAConfiguration() throws IOException {
    List<String> secrets = new ArrayList<>(List.of(school.site().password()));
    for (String folder : List.of("keys", "host/keys")) {
      for (Path file : Distribution.files(school.data().resolve(folder))) {
        Matcher word = LONG_WORD.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (word.find()) {
          secrets.add(word.group());
        }
      }
    }
    assertThat(secrets).hasSizeGreaterThan(3);
    assertThat(properties())
        .filteredOn(property -> secrets.stream().anyMatch(property.value()::contains))
        .isEmpty();
  }

  @Test
  @Covers("S27")
  void nobodyIsNamedInAServiceOrAConfiguration() {
    assertThat(properties())
        .filteredOn(property -> PEOPLE.stream().anyMatch(property.value()::contains))
        .isEmpty();
  }

  @Test
  @Covers("P11")
  void monitorsHearTwoWordsAndFiguresWithoutPeople() {
    Await.until(
        "ready",
        Duration.ofSeconds(20),
        () -> Call.get(school.site().plugin("/health/ready")).send().status() == 200);
    assertThat(Call.get(school.site().plugin("/health/live")).send().text()).isEqualTo("live\n");
    String figures = Call.get(school.site().plugin("/metrics")).send().expect(200).text();

    assertThat(figures)
        .contains("meldcode_health{part=\"database\"} 0", "meldcode_relay_waiting ")
        .contains("route=\"POST /api/v1/contexts/{context}/entries\",status=\"201\"")
        .contains("route=\"POST /launch\",status=\"303\"")
        .endsWith("# EOF\n");
    assertThat(PEOPLE).noneMatch(figures::contains);
    Call passedOn = Call.get(school.site().plugin("/metrics")).header("X-Forwarded-For", "::1");
    assertThat(passedOn.send().status()).isEqualTo(404);
  }

  @Test
  @Covers({"P11", "P12", "S22"})
  void whoLooksAfterItAndWhoHelpsReadNothingOfWhatWasRecorded() throws IOException {
    Path zip = school.data().resolveSibling(school.data().getFileName() + ".zip");
    Map<String, Object> places = Map.of("/srv/meldcode", school.data(), "/tmp/meldcode.zip", zip);
    try (StartCommand check = new StartCommand(Manual.command("meldcode-VERSIE/check ", places));
        StartCommand support =
            new StartCommand(Manual.command("meldcode-VERSIE/support ", places))) {
      assertThat(check.exitCode()).isIn(0, 1);
      assertThat(check.output())
          .contains("Instellingen: in orde.", "[goed]    Gegevensbank", "adressen antwoorden");
      assertThat(support.exitCode()).as(support.output()).isZero();
    }
    StringBuilder all = new StringBuilder();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        all.append(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(all)
        .contains("publicUri = ", "nl.meldcode.", "formattedMessage", "entry ", "meldcode-health");
    assertThat(PEOPLE).noneMatch(all.toString()::contains);
    assertThat(all).doesNotContain(school.site().password());
    Files.delete(zip);
  }

  /** Each event is one line that a machine reads, and nobody is in it. */
  @Test
  @Covers({"P12", "S22", "A06"})
  void theLogIsALinePerEventAndNamesNobody() throws IOException {
    List<String> lines = Files.readAllLines(school.data().resolve("log/meldcode.log"));

    assertThat(lines).hasSizeGreaterThan(20);
    JsonMapper json = new JsonMapper();
    for (String line : lines) {
      assertThat(json.readTree(line).path("formattedMessage").isTextual()).as(line).isTrue();
    }
    assertThat(lines).noneMatch(line -> PEOPLE.stream().anyMatch(line::contains));
  }

  /** All its types, and where it answers to browsers. */
  private static String described(JsonNode service) {
    StringBuilder description = new StringBuilder();
    service.path("types").forEach(type -> description.append(' ').append(type.asText()));
    service
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (property.getKey().matches("osgi[.]http[.].*[.](pattern|path)")) {
                description.append(' ').append(property.getValue().asText());
              }
            });
    return description.substring(1);
  }

  private record Property(String of, String name, String value) {}

  private List<Property> properties() {
    List<Property> properties = new ArrayList<>();
    for (String kind : List.of("services", "configurations")) {
      for (JsonNode each : inside.path(kind)) {
        String of = each.path("types").toString() + each.path("pid").asText();
        each.path("properties")
            .properties()
            .forEach(
                one -> properties.add(new Property(of, one.getKey(), one.getValue().asText())));
      }
    }
    return properties;
  }

  private Stream<JsonNode> all(String kind) {
    return StreamSupport.stream(inside.path(kind).spliterator(), false);
  }

  private List<JsonNode> named(String kind, String field, String name) {
    return all(kind).filter(each -> each.path(field).asText().equals(name)).toList();
  }
}
