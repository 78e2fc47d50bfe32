package nl.meldcode.referencehost.launch;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The way to the plugin: over HTTP, or within the framework. */
public interface PluginLink {
  /** What the plugin says about itself at this moment; nothing while it is away. */
  Optional<Descriptor> current();

  /** How a tab of this plugin is opened with this launch token. */
  Opening open(Descriptor plugin, String token);

  /** What the page shows. */
  sealed interface Opening {
    /** A form for the plugin's frame or window. */
    record Form(URI action, Map<String, String> fields) implements Opening {
      @Override
      public String toString() {
        return "Form[" + action + "]";
      }
    }

    /** No frame, but this line. */
    record Refused(String why) implements Opening {}
  }
}
