package nl.meldcode.referencehost.page;

import java.util.List;
import java.util.Optional;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.launch.LaunchTokens;
import nl.meldcode.referencehost.launch.PluginLink;
import nl.meldcode.referencehost.launch.PluginTab.Location;
import nl.meldcode.referencehost.model.Content;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.RecordEntry;
import nl.meldcode.referencehost.store.PupilAccess;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.Sessions.Session;

/** Which address is which page. What somebody may not see is answered as if it were not there. */
final class PageRouter {
  private final Roster roster;
  private final Records records;
  private final PupilAccess access;
  private final StaffPages staff;
  private final PupilPages pupils;
  private final LaunchPages launches;
  private final PortalPages portal;

  PageRouter(Roster roster, Records records, LaunchTokens tokens, PluginLink plugin) {
    this.roster = roster;
    this.records = records;
    this.access = new PupilAccess(roster);
    this.staff = new StaffPages(roster, access);
    this.pupils = new PupilPages(roster, staff, new DocumentsTab(roster, records, access));
    this.launches = new LaunchPages(tokens, plugin, pupils);
    this.portal = new PortalPages(roster, records, access);
  }

  /** A page for staff, or nothing. */
  Optional<Answer> forStaff(Visit visit, List<String> path) {
    return switch (path.get(0)) {
      case "" -> Optional.of(staff.start(visit));
      case "groups" -> groups(visit, path);
      case "pupils" -> pupils(visit, path);
      case "tabs" -> schoolTab(visit, path);
      case "record-entries" ->
          download(path, 0)
              .filter(found -> access.maySee(visit.staff(), found.entry()))
              .map(Found::answer);
      default -> Optional.empty();
    };
  }

  /** A page of the parents' portal, or nothing. */
  Optional<Answer> forParent(Session session, List<String> path) {
    if (path.equals(List.of("portal"))) {
      return Optional.of(portal.start(session));
    }
    return path.get(0).equals("portal")
        ? download(path, 1)
            .filter(found -> access.parentMaySee(session.account().subject(), found.entry()))
            .map(Found::answer)
        : Optional.empty();
  }

  private Optional<Answer> groups(Visit visit, List<String> path) {
    if (path.size() == 1) {
      return Optional.of(staff.groups(visit));
    }
    return Ids.parse(path.get(1))
        .flatMap(roster::group)
        .filter(group -> path.size() == 2 && access.maySee(visit.staff(), group))
        .map(group -> staff.group(visit, group));
  }

  private Optional<Answer> pupils(Visit visit, List<String> path) {
    if (path.size() == 1) {
      return Optional.of(staff.pupils(visit));
    }
    return Ids.parse(path.get(1))
        .flatMap(roster::pupil)
        .filter(pupil -> access.maySee(visit.staff(), pupil.id()))
        .flatMap(pupil -> pupil(visit, pupil, path.subList(2, path.size())));
  }

  private Optional<Answer> pupil(Visit visit, Pupil pupil, List<String> rest) {
    if (rest.isEmpty() || (rest.size() == 1 && !rest.get(0).equals("details"))) {
      return pupils.tab(visit, pupil, rest.isEmpty() ? "details" : rest.get(0));
    }
    if (!rest.get(0).equals("tabs")) {
      return Optional.empty();
    }
    if (visit.plugin().isEmpty()) {
      return Optional.of(away(pupils.page(visit, pupil, "", Markup.NOTHING)));
    }
    return visit
        .tab(rest.get(1), Location.PUPIL_RECORD)
        .flatMap(
            tab ->
                isWindow(rest)
                    ? launches.window(visit, tab, Optional.of(pupil))
                    : launches.pupilTab(visit, pupil, tab));
  }

  private Optional<Answer> schoolTab(Visit visit, List<String> path) {
    if (path.size() < 2) {
      return Optional.empty();
    }
    if (visit.plugin().isEmpty()) {
      return Optional.of(away(visit.page("Even weg", "", Markup.NOTHING)));
    }
    return visit
        .tab(path.get(1), Location.STAFF_HOME, Location.SCHOOL_ADMIN)
        .flatMap(
            tab ->
                isWindow(path)
                    ? launches.window(visit, tab, Optional.empty())
                    : launches.schoolTab(visit, tab));
  }

  /** In place of a tab: each page says by itself that the plugin is away. */
  private static Answer away(Answer.Page page) {
    return new Answer.Page(503, page.markup());
  }

  private static boolean isWindow(List<String> path) {
    return path.size() == 3 && path.get(2).equals("window");
  }

  private Optional<Found> download(List<String> path, int from) {
    if (path.size() != from + 4 || !path.get(from + 2).equals("documents")) {
      return Optional.empty();
    }
    return Ids.parse(path.get(from + 1))
        .flatMap(records::find)
        .flatMap(
            entry ->
                Ids.parse(path.get(from + 3))
                    .flatMap(document -> records.content(entry.id(), document))
                    .map(content -> new Found(entry, new Content(content))));
  }

  private record Found(RecordEntry entry, Content content) {
    Answer answer() {
      return new Answer.Download(content, "application/pdf", "verslag.pdf");
    }
  }
}
