package nl.meldcode.referencehost.page;

import java.util.List;
import java.util.UUID;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Person;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.RecordEntry;
import nl.meldcode.referencehost.store.PupilAccess;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.Sessions.Session;

/**
 * The parents' portal: own children, and what was released on purpose. It never mentions the
 * plugin.
 */
final class PortalPages {
  private final Roster roster;
  private final Records records;
  private final PupilAccess access;

  PortalPages(Roster roster, Records records, PupilAccess access) {
    this.roster = roster;
    this.records = records;
    this.access = access;
  }

  Answer start(Session session) {
    UUID person = session.account().subject();
    List<Markup> children =
        access.children(person).stream().map(child -> child(person, child)).toList();
    Markup content = Markup.of("<div class=\"host-text\"><h1>Ouderportaal</h1>{}</div>", children);
    String name = roster.person(person).map(Person::fullName).orElse("");
    List<Layout.Item> menu = List.of(new Layout.Item("portal", "/portal", "Mijn kinderen"));
    return Answer.Page.ok(Layout.page("Ouderportaal", name, session, menu, "portal", content));
  }

  private Markup child(UUID person, Pupil child) {
    List<Markup> entries =
        records.ofPupil(child.id()).stream()
            .filter(entry -> access.parentMaySee(person, entry))
            .map(PortalPages::entry)
            .toList();
    return Markup.of(
        "<section class=\"host-note\"><h2>{}</h2><p>{}</p><h3>Gedeeld met u</h3>{}</section>",
        child.fullName(),
        roster.groupOf(child.id()).map(Group::name).orElse(""),
        entries.isEmpty()
            ? Markup.of("<p>Er is op dit moment niets gedeeld.</p>")
            : Markup.of("<ul class=\"host-list\">{}</ul>", entries));
  }

  private static Markup entry(RecordEntry entry) {
    List<Markup> links =
        entry.documents().stream()
            .map(
                document ->
                    Markup.of(
                        " <a class=\"host-link\" href=\"/portal/record-entries/{}/documents/{}\">Download</a>",
                        entry.id(),
                        document.id()))
            .toList();
    return Markup.of("<li>{}, {}{}</li>", entry.title(), Dates.day(entry.occurredAt()), links);
  }
}
