package nl.meldcode.acceptance.contents;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meldcode.acceptance.kit.Json;

/** The CycloneDX bill of materials that is shipped, without our own modules. */
record Bill(JsonNode document, List<Component> components) {

  /** One library, and all licences that its makers name. */
  record Component(
      String group,
      String name,
      String version,
      List<String> licences,
      String sha256,
      List<String> neededBy) {

    /** Without the version. */
    String id() {
      return group + ":" + name;
    }

    /** As Maven names its file. */
    String file() {
      return name + "-" + version + ".jar";
    }
  }

  static Bill read(Path file) throws IOException {
    JsonNode document = Json.read(Files.readString(file));
    List<Component> components = new ArrayList<>();
    for (JsonNode each : document.path("components")) {
      if (!each.path("group").asText().equals("nl.meldcode")) {
        components.add(component(each, document));
      }
    }
    return new Bill(document, List.copyOf(components));
  }

  /** The component of which this is the file. */
  Optional<Component> withSha256(String sha256) {
    return components.stream().filter(each -> each.sha256().equals(sha256)).findFirst();
  }

  private static Component component(JsonNode node, JsonNode document) {
    List<String> licences = new ArrayList<>();
    for (JsonNode each : node.path("licenses")) {
      JsonNode licence = each.path("license");
      licences.add(licence.path("id").asText(licence.path("name").asText()));
    }
    String sha256 = "";
    for (JsonNode hash : node.path("hashes")) {
      sha256 = hash.path("alg").asText().equals("SHA-256") ? hash.path("content").asText() : sha256;
    }
    return new Component(
        node.path("group").asText(),
        node.path("name").asText(),
        node.path("version").asText(),
        List.copyOf(licences),
        sha256,
        neededBy(node.path("bom-ref").asText(), document));
  }

  private static List<String> neededBy(String reference, JsonNode document) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : document.path("dependencies")) {
      for (JsonNode needed : each.path("dependsOn")) {
        if (needed.asText().equals(reference)) {
          names.add(each.path("ref").asText().replaceFirst("^pkg:maven/.*/(.*)@.*$", "$1"));
        }
      }
    }
    return names.stream().sorted().toList();
  }
}
