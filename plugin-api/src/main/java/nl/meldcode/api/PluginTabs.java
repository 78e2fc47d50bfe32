package nl.meldcode.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The plugin's tabs for a host that runs in the same OSGi framework, as a service. It is there
 * while the plugin is configured and connected to its host, and may go and come back at any moment:
 * ask the registry for it each time, or track it. Data go over REST, as with every host. Safe for
 * use by several threads.
 */
@ProviderType
public interface PluginTabs {

  /** What the plugin says about itself: what {@code GET /descriptor} answers. */
  PluginDescriptor descriptor();

  /**
   * Judges a launch token as it will be judged when it is posted, before the host draws the page. A
   * refusal is final and is logged. Nothing is opened and nothing is used up here: that happens
   * once, when the browser posts the form from the host's page.
   *
   * @param launchToken a signed token as Host Connect describes it, made for this one launch
   */
  LaunchAnswer launch(String launchToken);
}
