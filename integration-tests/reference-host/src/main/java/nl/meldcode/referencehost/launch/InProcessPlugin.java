package nl.meldcode.referencehost.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import nl.meldcode.api.LaunchAnswer;
import nl.meldcode.api.LaunchRefusal;
import nl.meldcode.api.PluginTabs;
import nl.meldcode.referencehost.store.Json;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * The plugin as a service of the same framework (host-connect 3.1, item 5). The registry is asked
 * for each page, so that the plugin may stop and come back; its service is never kept.
 */
public final class InProcessPlugin implements PluginLink {
  private final BundleContext framework;
  private final URI pluginBase;

  /** Takes the registry, and where the plugin's pages must be. */
  public InProcessPlugin(BundleContext framework, URI pluginBase) {
    this.framework = framework;
    this.pluginBase = pluginBase;
  }

  /** Read as the descriptor over HTTP is read, so that the same tabs come out. */
  @Override
  public Optional<Descriptor> current() {
    return ask(tabs -> Json.MAPPER.<JsonNode>valueToTree(tabs.descriptor()))
        .flatMap(json -> Descriptor.from(json, pluginBase));
  }

  @Override
  public Opening open(Descriptor plugin, String token) {
    return ask(tabs -> tabs.launch(token))
        .map(InProcessPlugin::opening)
        .orElseGet(() -> new Opening.Refused(text(LaunchRefusal.UNAVAILABLE)));
  }

  private <T> Optional<T> ask(Function<PluginTabs, T> question) {
    ServiceReference<PluginTabs> found = framework.getServiceReference(PluginTabs.class);
    PluginTabs tabs = found == null ? null : framework.getService(found);
    if (tabs == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(question.apply(tabs));
    } finally {
      framework.ungetService(found);
    }
  }

  private static Opening opening(LaunchAnswer answer) {
    return answer instanceof LaunchAnswer.Form form
        ? new Opening.Form(form.action(), form.fields())
        : new Opening.Refused(text(((LaunchAnswer.Refused) answer).why()));
  }

  private static String text(LaunchRefusal why) {
    return switch (why) {
      case INVALID ->
          "Dit onderdeel kon niet open. Laad de pagina opnieuw. Blijft dit zo? Vraag het de beheerder.";
      case USED -> "Dit onderdeel is al geopend. Laad de pagina opnieuw.";
      case UNKNOWN_STAFF ->
          "De meldcode kent je niet als medewerker van deze school. Vraag het de beheerder.";
      case UNAVAILABLE ->
          "Dit onderdeel is even niet bereikbaar. Er is niets weg. Probeer het over een minuut"
              + " opnieuw. Nu gevaar? Bel 112 of Veilig Thuis 0800-2000.";
    };
  }
}
