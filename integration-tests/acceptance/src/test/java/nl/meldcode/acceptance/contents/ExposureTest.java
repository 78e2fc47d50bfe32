package nl.meldcode.acceptance.contents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Call;
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
            "nl.meldcode.adapter.osgi.HostComponent",
            // The component runtime takes configurations with it.
            "org.osgi.service.cm.ManagedService",
            "org.osgi.service.servlet.context.ServletContextHelper /meldcode",
            "jakarta.servlet.Filter /*",
            "jakarta.servlet.Servlet /*",
            "jakarta.servlet.Servlet /descriptor",
            "jakarta.servlet.Servlet /events",
            "jakarta.servlet.Servlet /jwks.json",
            "jakarta.servlet.Servlet /launch",
            "jakarta.servlet.Servlet /tabs/*",
            "jakarta.servlet.Servlet /web/*",
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
    List<String> people =
        List.of("Lotte", "Hendriks", "Anja", "Jeroen", "Viel in slaap", Lotte.PUPIL.toString());
    assertThat(properties())
        .filteredOn(property -> people.stream().anyMatch(property.value()::contains))
        .isEmpty();
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
