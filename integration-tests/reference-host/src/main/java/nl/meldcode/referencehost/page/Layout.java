package nl.meldcode.referencehost.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.meldcode.referencehost.launch.Descriptor;
import nl.meldcode.referencehost.launch.PluginTab;
import nl.meldcode.referencehost.launch.PluginTab.Location;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.store.Sessions.Session;

/** What stands around the content of each page. */
final class Layout {
  private static final String DOCUMENT =
      """
      <!doctype html>
      <html lang="nl">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>{} – Leerlingplein</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/static/host.css">
      <script src="/static/frame.js" defer></script>
      </head>
      <body>{}</body>
      </html>
      """;

  private Layout() {}

  /** A link in a menu or a row of tabs; {@code key} says which one is the current one. */
  record Item(String key, String href, String title) {}

  /** A page without menu, such as the login page. */
  static Markup bare(String title, Markup content) {
    Markup body =
        Markup.of(
            "<header class=\"host-bar\"><p class=\"host-brand\">Leerlingplein</p>"
                + "<p class=\"host-school\">De Vlieger</p></header>"
                + "<main class=\"host-alone\">{}</main>",
            content);
    return Markup.of(DOCUMENT, title, body);
  }

  /** A page for somebody who is signed in. */
  static Markup page(
      String title, String who, Session session, List<Item> menu, String current, Markup content) {
    Markup body =
        Markup.of(
            """
            <a class="host-skip" href="#inhoud">Naar de inhoud</a>
            <header class="host-bar"><p class="host-brand">Leerlingplein</p><p class="host-school">De Vlieger</p>
            <p class="host-user">{}</p>
            <form method="post" action="/logout"><input type="hidden" name="csrf" value="{}"><button>Afmelden</button></form></header>
            <div class="host-body"><nav class="host-nav" aria-label="Leerlingplein"><ul>{}</ul></nav>
            <main class="host-main" id="inhoud">{}</main></div>""",
            who,
            session.csrf(),
            links(menu, current),
            content);
    return Markup.of(DOCUMENT, title, body);
  }

  /** The menu of a member of staff: the host's own pages, then those of the plugin. */
  static List<Item> menu(Staff staff, Optional<Descriptor> plugin) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("start", "/", "Start"));
    items.add(new Item("groups", "/groups", "Groepen"));
    items.add(new Item("pupils", "/pupils", "Leerlingen"));
    for (Location location : List.of(Location.STAFF_HOME, Location.SCHOOL_ADMIN)) {
      plugin.stream()
          .flatMap(descriptor -> descriptor.tabs(location, staff).stream())
          .forEach(tab -> items.add(new Item(tab.key(), "/tabs/" + tab.key(), tab.title())));
    }
    return items;
  }

  /** The head of a pupil's page with its tabs; the plugin's group is one of them. */
  static Markup pupil(
      Pupil pupil, String line, Optional<PluginTab> pluginTab, String current, Markup content) {
    String base = "/pupils/" + pupil.id();
    List<Item> tabs = new ArrayList<>();
    tabs.add(new Item("details", base, "Gegevens"));
    tabs.add(new Item("relations", base + "/relations", "Relaties"));
    tabs.add(new Item("group", base + "/group", "Groep"));
    tabs.add(new Item("notes", base + "/notes", "Notities"));
    tabs.add(new Item("documents", base + "/documents", "Documenten"));
    pluginTab.ifPresent(
        tab -> tabs.add(new Item("plugin", base + "/tabs/" + tab.key(), tab.group())));
    String initials = pupil.givenName().substring(0, 1) + pupil.familyName().substring(0, 1);
    return Markup.of(
        """
        <div class="host-pupil"><span class="host-photo" aria-hidden="true">{}</span><div><h1>{}</h1><p>{}</p></div></div>
        <nav class="host-tabs" aria-label="Leerling"><ul>{}</ul></nav>{}""",
        initials,
        pupil.fullName(),
        line,
        links(tabs, current),
        content);
  }

  /** A list of groups as cards. */
  static Markup cards(List<Group> groups, Function<Group, String> line) {
    return Markup.of(
        "<ul class=\"host-cards\">{}</ul>",
        groups.stream()
            .map(
                group ->
                    Markup.of(
                        "<li><a href=\"/groups/{}\"><strong>{}</strong><span>{}</span></a></li>",
                        group.id(),
                        group.name(),
                        line.apply(group)))
            .toList());
  }

  private static List<Markup> links(List<Item> items, String current) {
    return items.stream()
        .map(
            item ->
                Markup.of(
                    "<li><a href=\"{}\"{}>{}</a></li>",
                    item.href(),
                    item.key().equals(current) ? new Markup(" aria-current=\"page\"") : "",
                    item.title()))
        .toList();
  }
}
