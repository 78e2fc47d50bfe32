package nl.meldcode.referencehost.page;

import java.util.Optional;
import nl.meldcode.referencehost.launch.LaunchTokens;
import nl.meldcode.referencehost.launch.LaunchTokens.Destination;
import nl.meldcode.referencehost.launch.LaunchTokens.Launch;
import nl.meldcode.referencehost.launch.PluginTab;
import nl.meldcode.referencehost.model.Pupil;

/**
 * The plugin's tabs: a frame and the form that opens the plugin in it (host-connect 3.1, item 2).
 */
final class LaunchPages {
  private final LaunchTokens tokens;
  private final PupilPages pupils;

  LaunchPages(LaunchTokens tokens, PupilPages pupils) {
    this.tokens = tokens;
    this.pupils = pupils;
  }

  /** The tab in the pupil's page. */
  Optional<Answer> pupilTab(Visit visit, Pupil pupil, PluginTab tab) {
    String address = "/pupils/" + pupil.id() + "/tabs/" + tab.key();
    return frame(visit, tab, Optional.of(pupil), address)
        .map(frame -> pupils.page(visit, pupil, "plugin", frame));
  }

  /** A tab that is about no pupil. */
  Optional<Answer> schoolTab(Visit visit, PluginTab tab) {
    return frame(visit, tab, Optional.empty(), "/tabs/" + tab.key())
        .map(frame -> visit.page(tab.title(), tab.key(), frame));
  }

  /** A page without the host's surroundings that goes straight on to the plugin. */
  Optional<Answer> window(Visit visit, PluginTab tab, Optional<Pupil> pupil) {
    return form(visit, tab, pupil, Destination.WINDOW)
        .map(form -> Answer.Page.ok(Layout.bare(tab.group(), form)));
  }

  private Optional<Markup> frame(
      Visit visit, PluginTab tab, Optional<Pupil> pupil, String address) {
    return form(visit, tab, pupil, Destination.IFRAME)
        .map(
            form ->
                Markup.of(
                    """
                    <p class="host-launch"><a href="{}/window" target="_blank" rel="noopener">Open in nieuw venster</a>
                    <a href="/login?next={}">Opnieuw aanmelden</a></p>{}
                    <iframe class="host-frame" name="plugin" title="{}" data-origin="{}"
                     sandbox="allow-forms allow-scripts allow-same-origin allow-downloads allow-popups"></iframe>""",
                    address,
                    address,
                    form,
                    tab.group(),
                    origin(visit)));
  }

  private Optional<Markup> form(
      Visit visit, PluginTab tab, Optional<Pupil> pupil, Destination destination) {
    Launch launch =
        new Launch(
            visit.staff(),
            visit.session().signedInAt(),
            tab.key(),
            pupil.map(Pupil::id),
            destination);
    return visit
        .plugin()
        .map(
            plugin ->
                Markup.of(
                    """
                    <form class="host-open" method="post" action="{}" target="{}" data-launch>
                    <input type="hidden" name="launch_token" value="{}"><button class="host-button">{} openen</button></form>""",
                    plugin.launchUri(),
                    destination == Destination.IFRAME ? "plugin" : "_self",
                    tokens.mint(launch, plugin.launchUri()),
                    tab.group()));
  }

  private static String origin(Visit visit) {
    return visit
        .plugin()
        .map(
            plugin -> plugin.launchUri().getScheme() + "://" + plugin.launchUri().getRawAuthority())
        .orElse("");
  }
}
