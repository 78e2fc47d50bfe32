package nl.meldcode.referencehost.page;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.referencehost.launch.Descriptor;
import nl.meldcode.referencehost.launch.PluginTab;
import nl.meldcode.referencehost.launch.PluginTab.Location;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.store.Sessions.Session;

/** A member of staff who asks for a page, the plugin as it is at that moment, and today. */
record Visit(Session session, Staff staff, Optional<Descriptor> plugin, LocalDate today) {

  private static final Markup AWAY =
      new Markup(
          "<p class=\"host-away\" role=\"status\">De tabbladen van de meldcode zijn nu even weg. Ze"
              + " komen vanzelf terug; al het andere werkt gewoon. Nu gevaar? Bel 112 of Veilig"
              + " Thuis 0800-2000.</p>");

  /** A page in the frame of the host, which says so when the plugin is away. */
  Answer.Page page(String title, String current, Markup content) {
    Markup whole = plugin.isPresent() ? content : Markup.join(Stream.of(AWAY, content));
    return Answer.Page.ok(
        Layout.page(title, staff.fullName(), session, Layout.menu(staff, plugin), current, whole));
  }

  /** The tab that stands for the plugin's group on a pupil's page. */
  Optional<PluginTab> pupilTab() {
    return plugin.stream()
        .flatMap(descriptor -> descriptor.tabs(Location.PUPIL_RECORD, staff).stream())
        .findFirst();
  }

  /** The tab with this key at one of these places, when this person may see it. */
  Optional<PluginTab> tab(String key, Location... locations) {
    return plugin.stream()
        .flatMap(
            descriptor -> Stream.of(locations).flatMap(l -> descriptor.tabs(l, staff).stream()))
        .filter(tab -> tab.key().equals(key))
        .findFirst();
  }
}
