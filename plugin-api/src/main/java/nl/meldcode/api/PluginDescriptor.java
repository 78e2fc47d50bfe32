package nl.meldcode.api;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What the plugin says about itself to every host, with nothing in it about people. Names and
 * titles are given per language: {@code nl} and {@code en}.
 *
 * @param key the plugin's name among plugins
 * @param version of the plugin
 * @param contractVersions of Host Connect that it speaks
 * @param launchUri where launch tokens are posted; exactly this is their audience
 * @param jwksUri the plugin's public keys
 * @param eventsUri where the host's notices are posted
 * @param scopes what it asks of the host's administrator
 * @param tabs in their order
 * @param events of its own that a host may listen to
 */
public record PluginDescriptor(
    String key,
    Map<String, String> name,
    String version,
    List<String> contractVersions,
    URI launchUri,
    URI jwksUri,
    URI eventsUri,
    List<String> scopes,
    List<OfferedTab> tabs,
    List<String> events) {

  /** Copies the lists. */
  public PluginDescriptor {
    name = Map.copyOf(name);
    contractVersions = List.copyOf(contractVersions);
    scopes = List.copyOf(scopes);
    tabs = List.copyOf(tabs);
    events = List.copyOf(events);
  }

  /**
   * A tab.
   *
   * @param key its name in launch tokens
   * @param group title of the group of tabs it belongs to
   * @param location where it belongs, such as {@code pupil.record}; a host leaves out what it does
   *     not know
   * @param path below the plugin's own address
   * @param requiredHostRoles who sees it: one of these is enough, and no others do
   * @param fallback what to offer where a frame does not work
   */
  public record OfferedTab(
      String key,
      String group,
      String location,
      Map<String, String> title,
      String path,
      int order,
      List<String> requiredHostRoles,
      String fallback) {

    /** Copies the lists. */
    public OfferedTab {
      title = Map.copyOf(title);
      requiredHostRoles = List.copyOf(requiredHostRoles);
    }
  }
}
