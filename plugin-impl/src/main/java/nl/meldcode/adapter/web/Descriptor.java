package nl.meldcode.adapter.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.meldcode.api.PluginDescriptor;
import nl.meldcode.api.PluginDescriptor.OfferedTab;
import nl.meldcode.application.port.HostScopes;
import nl.meldcode.application.port.Tab;

/**
 * What the plugin tells every host about itself (Host Connect 3.1, item 1). A tab is offered to
 * roles, never because a dossier exists (R10).
 */
final class Descriptor {
  private static final List<String> ROLES =
      List.of("teacher", "behaviourSpecialist", "careCoordinator", "safeguardingOfficer", "head");

  private static final List<String> BOARD = List.of("boardOfficer");

  private static final List<String> MAINTAINERS =
      List.of("safeguardingOfficer", "head", "applicationManager");

  private static final List<String> KEEPERS =
      List.of("head", "applicationManager", "dataProtectionOfficer");

  private static final List<String> COUNTING =
      List.of("careCoordinator", "safeguardingOfficer", "head");

  private static final List<String> TOLD = List.of("head", "dataProtectionOfficer");

  private Descriptor() {}

  /** As it is served. */
  static String json(PluginDescriptor descriptor) {
    try {
      return new JsonMapper().writeValueAsString(descriptor);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts can be written", e);
    }
  }

  static PluginDescriptor of(WebSettings settings) {
    String base = settings.publicUri().toString();
    return new PluginDescriptor(
        "nl.meldcode",
        Map.of("nl", "Meldcode", "en", "Meldcode"),
        settings.version(),
        List.of("1.0"),
        URI.create(base + "/launch"),
        URI.create(base + "/jwks.json"),
        URI.create(base + "/events"),
        HostScopes.ASKED,
        offered(List.of(TabPage.values())),
        List.of());
  }

  private static List<OfferedTab> offered(List<TabPage> pages) {
    return IntStream.range(0, pages.size()).mapToObj(at -> offered(pages.get(at), at + 1)).toList();
  }

  private static List<String> roles(Tab tab) {
    return switch (tab) {
      case SCHOOL -> BOARD;
      case LISTS -> MAINTAINERS;
      case EMERGENCY -> TOLD;
      case DESTRUCTIONS -> KEEPERS;
      case FIGURES -> COUNTING;
      default -> ROLES;
    };
  }

  private static OfferedTab offered(TabPage page, int order) {
    Tab tab = page.tab();
    return new OfferedTab(
        tab.key(),
        "Meldcode",
        tab.place().location(),
        Map.of("nl", page.dutch(), "en", page.english()),
        "/tabs/{context}/" + page.path(),
        order,
        roles(tab),
        "newWindow");
  }
}
