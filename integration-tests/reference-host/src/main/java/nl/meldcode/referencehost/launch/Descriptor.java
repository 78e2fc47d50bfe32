package nl.meldcode.referencehost.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.referencehost.launch.PluginTab.Location;
import nl.meldcode.referencehost.model.Staff;

/** What the plugin says about itself (host-connect 3.1, item 1). */
public record Descriptor(URI launchUri, List<PluginTab> tabs) {

  /** Reads a descriptor; nothing when it has no launch address at the plugin's own origin. */
  static Optional<Descriptor> from(JsonNode json, URI pluginBase) {
    String launch = json.path("launchUri").asText("");
    if (launch.isBlank() || !json.path("tabs").isArray()) {
      return Optional.empty();
    }
    URI launchUri = pluginBase.resolve(launch);
    boolean own =
        pluginBase.getScheme().equals(launchUri.getScheme())
            && pluginBase.getRawAuthority().equals(launchUri.getRawAuthority());
    if (!own) {
      return Optional.empty();
    }
    List<PluginTab> tabs = new ArrayList<>();
    json.path("tabs").forEach(tab -> tab(tab).ifPresent(tabs::add));
    tabs.sort(Comparator.comparingInt(PluginTab::order));
    return Optional.of(new Descriptor(launchUri, List.copyOf(tabs)));
  }

  /** The tabs at this place that this person may see, first one first. */
  public List<PluginTab> tabs(Location location, Staff staff) {
    return tabs.stream().filter(tab -> tab.location() == location && tab.isFor(staff)).toList();
  }

  private static Optional<PluginTab> tab(JsonNode json) {
    Set<String> roles = new HashSet<>();
    json.path("requiredHostRoles").forEach(role -> roles.add(role.asText()));
    String title = text(json.path("title").path("nl"), json.path("title"), json.path("key"));
    return Arrays.stream(Location.values())
        .filter(location -> location.wire().equals(json.path("location").asText()))
        .findFirst()
        .map(
            location ->
                new PluginTab(
                    json.path("key").asText(),
                    text(json.path("group").path("nl"), json.path("group"), json.path("key")),
                    location,
                    title,
                    json.path("order").asInt(0),
                    Set.copyOf(roles)));
  }

  private static String text(JsonNode... candidates) {
    return Stream.of(candidates)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst()
        .orElse("");
  }
}
