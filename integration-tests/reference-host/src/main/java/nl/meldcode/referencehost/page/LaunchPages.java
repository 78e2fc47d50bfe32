package nl.meldcode.referencehost.page;

import java.util.Optional;
import nl.meldcode.referencehost.launch.Descriptor;
import nl.meldcode.referencehost.launch.LaunchTokens;
import nl.meldcode.referencehost.launch.LaunchTokens.Destination;
import nl.meldcode.referencehost.launch.LaunchTokens.Launch;
import nl.meldcode.referencehost.launch.PluginLink;
import nl.meldcode.referencehost.launch.PluginLink.Opening;
import nl.meldcode.referencehost.launch.PluginTab;
import nl.meldcode.referencehost.model.Pupil;

/**
 * The plugin's tabs: a frame and the form that opens the plugin in it (host-connect 3.1, item 2).
 */
final class LaunchPages {
  private final LaunchTokens tokens;
  private final PluginLink link;
  private final PupilPages pupils;

  LaunchPages(LaunchTokens tokens, PluginLink link, PupilPages pupils) {
    this.tokens = tokens;
    this.link = link;
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
    return visit
        .plugin()
        .map(plugin -> open(visit, plugin, tab, pupil, Destination.WINDOW))
        .map(
            opening ->
                opening instanceof Opening.Form form
                    ? form(form, tab, "_self")
                    : refused((Opening.Refused) opening))
        .map(content -> Answer.Page.ok(Layout.bare(tab.group(), content)));
  }

  private Optional<Markup> frame(
      Visit visit, PluginTab tab, Optional<Pupil> pupil, String address) {
    return visit
        .plugin()
        .map(plugin -> open(visit, plugin, tab, pupil, Destination.IFRAME))
        .map(
            opening ->
                opening instanceof Opening.Form form
                    ? frame(form, tab, address)
                    : refused((Opening.Refused) opening));
  }

  private Opening open(
      Visit visit,
      Descriptor plugin,
      PluginTab tab,
      Optional<Pupil> pupil,
      Destination destination) {
    Launch launch =
        new Launch(
            visit.staff(),
            visit.session().signedInAt(),
            tab.key(),
            pupil.map(Pupil::id),
            destination);
    return link.open(plugin, tokens.mint(launch, plugin.launchUri()));
  }

  private static Markup frame(Opening.Form form, PluginTab tab, String address) {
    return Markup.of(
        """
        <p class="host-launch"><a href="{}/window" target="_blank" rel="noopener">Open in nieuw venster</a>
        <a href="/login?next={}">Opnieuw aanmelden</a></p>{}
        <iframe class="host-frame" name="plugin" title="{}" data-origin="{}"
         sandbox="allow-forms allow-scripts allow-same-origin allow-downloads allow-popups"></iframe>""",
        address,
        address,
        form(form, tab, "plugin"),
        tab.group(),
        form.action().getScheme() + "://" + form.action().getRawAuthority());
  }

  private static Markup form(Opening.Form form, PluginTab tab, String target) {
    return Markup.of(
        """
        <form class="host-open" method="post" action="{}" target="{}" data-launch>
        {}<button class="host-button">{} openen</button></form>""",
        form.action(),
        target,
        form.fields().entrySet().stream()
            .map(
                field ->
                    Markup.of(
                        "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                        field.getKey(),
                        field.getValue()))
            .toList(),
        tab.group());
  }

  private static Markup refused(Opening.Refused refused) {
    return Markup.of("<p class=\"host-text\" role=\"status\">{}</p>", refused.why());
  }
}
