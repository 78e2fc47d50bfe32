package nl.meldcode.referencehost.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.referencehost.model.Group;
import nl.meldcode.referencehost.model.Note;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.Relation;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.store.Roster;

/** The host's own tabs of a pupil's page. */
final class PupilPages {
  private final Roster roster;
  private final StaffPages groups;
  private final DocumentsTab documents;

  PupilPages(Roster roster, StaffPages groups, DocumentsTab documents) {
    this.roster = roster;
    this.groups = groups;
    this.documents = documents;
  }

  /** The tab with this name in the address, or nothing. */
  Optional<Answer> tab(Visit visit, Pupil pupil, String tab) {
    return switch (tab) {
      case "details" -> Optional.of(page(visit, pupil, tab, details(visit, pupil)));
      case "relations" -> Optional.of(page(visit, pupil, tab, relations(pupil)));
      case "group" -> Optional.of(page(visit, pupil, tab, group(pupil)));
      case "notes" -> Optional.of(page(visit, pupil, tab, notes(pupil)));
      case "documents" -> Optional.of(page(visit, pupil, tab, documents.of(visit, pupil)));
      default -> Optional.empty();
    };
  }

  /** A page with the pupil's head and tabs around this content. */
  Answer.Page page(Visit visit, Pupil pupil, String current, Markup content) {
    String group =
        roster
            .groupOf(pupil.id())
            .map(g -> g.name().toLowerCase(Locale.ROOT) + " · " + groups.teachers(g) + " · ")
            .orElse("");
    String line =
        "%d jaar · %sleerlingnummer %s"
            .formatted(pupil.ageOn(visit.today()), group, pupil.number());
    Markup body = Layout.pupil(pupil, line, visit.pupilTab(), current, content);
    return visit.page(pupil.fullName(), "pupils", body);
  }

  private static Markup details(Visit visit, Pupil pupil) {
    String gender =
        switch (pupil.gender()) {
          case "female" -> "meisje";
          case "male" -> "jongen";
          default -> "niet vastgelegd";
        };
    return Markup.of(
        """
        <div class="host-text"><h2>Gegevens</h2><dl class="host-facts">
        <dt>Roepnaam</dt><dd>{}</dd><dt>Naam</dt><dd>{}</dd><dt>Geboren</dt><dd>{} ({} jaar)</dd>
        <dt>Geslacht</dt><dd>{}</dd><dt>Leerlingnummer</dt><dd>{}</dd><dt>School</dt><dd>De Vlieger (99DV)</dd></dl></div>""",
        pupil.preferredFirstName(),
        pupil.fullName(),
        Dates.day(pupil.birthDate()),
        pupil.ageOn(visit.today()),
        gender,
        pupil.number());
  }

  private Markup relations(Pupil pupil) {
    List<Markup> rows = roster.relations(pupil.id()).stream().map(this::relation).toList();
    if (rows.isEmpty()) {
      return Markup.of(
          "<div class=\"host-text\"><h2>Relaties</h2><p>Er zijn geen verzorgers vastgelegd.</p></div>");
    }
    return Markup.of(
        """
        <div class="host-text"><h2>Relaties</h2><table class="host-table"><thead><tr><th>Naam</th><th>Relatie</th><th>Gezag</th>
        <th>Contact</th><th>Telefoon</th></tr></thead><tbody>{}</tbody></table>{}</div>""",
        rows,
        siblings(pupil));
  }

  private Markup relation(Relation relation) {
    return roster
        .person(relation.personId())
        .map(
            person ->
                Markup.of(
                    "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                    person.fullName(),
                    relation.kind().dutch(),
                    relation.parentalAuthority().dutch(),
                    relation.contactAllowed().equals("yes") ? "ja" : "eerst overleggen",
                    String.join(", ", person.phones())))
        .orElse(Markup.NOTHING);
  }

  private Markup siblings(Pupil pupil) {
    List<Markup> names =
        roster.siblings(pupil.id()).stream()
            .flatMap((UUID id) -> roster.pupil(id).stream())
            .map(
                sibling ->
                    Markup.of(
                        "<li>{}, {}</li>",
                        sibling.fullName(),
                        roster.groupOf(sibling.id()).map(Group::name).orElse("")))
            .toList();
    return names.isEmpty()
        ? Markup.NOTHING
        : Markup.of("<h3>Broers en zussen op school</h3><ul class=\"host-list\">{}</ul>", names);
  }

  private Markup group(Pupil pupil) {
    List<Markup> rows =
        roster.enrollments(pupil.id()).stream()
            .map(
                enrollment ->
                    Markup.of(
                        "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
                        roster.group(enrollment.groupId()).map(Group::name).orElse(""),
                        roster.group(enrollment.groupId()).map(groups::teachers).orElse(""),
                        Dates.day(enrollment.beginDate())))
            .toList();
    return Markup.of(
        """
        <div class="host-text"><h2>Groep</h2><table class="host-table"><thead><tr><th>Groep</th><th>Leerkracht</th><th>Op school sinds</th></tr></thead>
        <tbody>{}</tbody></table></div>""",
        rows);
  }

  private Markup notes(Pupil pupil) {
    return Markup.of(
        "<div class=\"host-text\"><h2>Notities</h2>{}</div>",
        roster.notes(pupil.id()).stream().map(this::note).toList());
  }

  private Markup note(Note note) {
    return Markup.of(
        "<article class=\"host-note\"><h3>{}</h3><p>{}</p><p class=\"host-soft\">{} · {}</p></article>",
        note.title(),
        note.text(),
        Dates.day(note.writtenOn()),
        roster.staff(note.authorStaffId()).map(Staff::fullName).orElse(""));
  }
}
