package nl.meldcode.referencehost.page;

import java.util.List;
import java.util.UUID;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.store.PupilAccess;
import nl.meldcode.referencehost.store.Roster;

/** The start page, the groups and the lists of pupils. */
final class StaffPages {
  private final Roster roster;
  private final PupilAccess access;

  StaffPages(Roster roster, PupilAccess access) {
    this.roster = roster;
    this.access = access;
  }

  Answer start(Visit visit) {
    Staff staff = visit.staff();
    List<Group> groups = access.groups(staff);
    Markup content =
        Markup.of(
            "<div class=\"host-text\"><h1>Dag {}</h1><p>{}</p>{}</div>",
            staff.givenName(),
            groups.isEmpty()
                ? "Je werkt niet met groepen. Beheer staat in het menu."
                : "Je groepen:",
            cards(groups));
    return visit.page("Start", "start", content);
  }

  Answer groups(Visit visit) {
    Markup content =
        Markup.of(
            "<div class=\"host-text\"><h1>Groepen</h1>{}</div>",
            cards(access.groups(visit.staff())));
    return visit.page("Groepen", "groups", content);
  }

  /** The group's page; the caller has checked that this person may see it. */
  Answer group(Visit visit, Group group) {
    Markup content =
        Markup.of(
            "<div class=\"host-text\"><h1>{}</h1><p>{}</p>{}</div>",
            group.name(),
            teachers(group),
            pupils(visit, group));
    return visit.page(group.name(), "groups", content);
  }

  Answer pupils(Visit visit) {
    List<Markup> groups =
        access.groups(visit.staff()).stream()
            .map(group -> Markup.of("<h2>{}</h2>{}", group.name(), pupils(visit, group)))
            .toList();
    Markup content = Markup.of("<div class=\"host-text\"><h1>Leerlingen</h1>{}</div>", groups);
    return visit.page("Leerlingen", "pupils", content);
  }

  private Markup cards(List<Group> groups) {
    return Layout.cards(
        groups,
        group -> teachers(group) + " · " + roster.members(group.id()).size() + " leerlingen");
  }

  private Markup pupils(Visit visit, Group group) {
    List<Markup> rows =
        roster.pupilsOf(group.id()).stream().map(pupil -> row(visit, pupil)).toList();
    return Markup.of(
        "<table class=\"host-table\"><thead><tr><th>Naam</th><th>Leeftijd</th><th>Leerlingnummer</th></tr></thead><tbody>{}</tbody></table>",
        rows);
  }

  private static Markup row(Visit visit, Pupil pupil) {
    return Markup.of(
        "<tr><td><a href=\"/pupils/{}\">{}</a></td><td>{} jaar</td><td>{}</td></tr>",
        pupil.id(),
        pupil.fullName(),
        pupil.ageOn(visit.today()),
        pupil.number());
  }

  /** The names of a group's teachers. */
  String teachers(Group group) {
    List<String> names =
        group.staffIds().stream()
            .flatMap((UUID id) -> roster.staff(id).stream())
            .map(Staff::fullName)
            .toList();
    return String.join(" en ", names);
  }
}
