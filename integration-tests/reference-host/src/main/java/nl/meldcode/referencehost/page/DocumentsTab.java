package nl.meldcode.referencehost.page;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldcode.referencehost.model.AckKind;
import nl.meldcode.referencehost.model.Acknowledgement;
import nl.meldcode.referencehost.model.HostRole;
import nl.meldcode.referencehost.model.Person;
import nl.meldcode.referencehost.model.Pupil;
import nl.meldcode.referencehost.model.RecordEntry;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.model.StoredDocument;
import nl.meldcode.referencehost.model.Visibility;
import nl.meldcode.referencehost.store.PupilAccess;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Roster;

/** The documents on a pupil's record, with who took note of them. */
final class DocumentsTab {
  private final Roster roster;
  private final Records records;
  private final PupilAccess access;

  DocumentsTab(Roster roster, Records records, PupilAccess access) {
    this.roster = roster;
    this.records = records;
    this.access = access;
  }

  Markup of(Visit visit, Pupil pupil) {
    List<Markup> entries =
        records.ofPupil(pupil.id()).stream()
            .filter(entry -> access.maySee(visit.staff(), entry))
            .map(this::entry)
            .toList();
    return Markup.of(
        "<div class=\"host-text\"><h2>Documenten</h2>{}</div>",
        entries.isEmpty() ? Markup.of("<p>Er zijn geen documenten.</p>") : entries);
  }

  private Markup entry(RecordEntry entry) {
    List<Acknowledgement> acknowledgements = records.acknowledgements(entry.id());
    return Markup.of(
        """
        <article class="host-note"><h3>{}</h3><p class="host-soft">{} · {}</p>
        <p>{}</p><ul class="host-list">{}</ul>{}</article>""",
        entry.title(),
        Dates.day(entry.occurredAt()),
        roster.staff(entry.authorStaffId()).map(Staff::fullName).orElse(""),
        visibility(entry),
        entry.documents().stream().map(document -> link(entry, document)).toList(),
        acknowledgements.isEmpty() ? Markup.NOTHING : table(acknowledgements));
  }

  private static Markup visibility(RecordEntry entry) {
    String audience =
        entry.audienceRoles().stream()
            .map(HostRole::dutch)
            .sorted()
            .collect(Collectors.joining(", "));
    return Markup.of(
        "<span class=\"host-label\">Zichtbaar voor: {}</span>{}",
        entry.visibility().dutch(),
        entry.visibility() == Visibility.RESTRICTED_STAFF
            ? Markup.of(" <span class=\"host-soft\">{}</span>", audience)
            : Markup.NOTHING);
  }

  private static Markup link(RecordEntry entry, StoredDocument document) {
    return Markup.of(
        "<li><a class=\"host-link\" href=\"/record-entries/{}/documents/{}\">{} (PDF, {} kB)</a> <span class=\"host-soft\">opgeslagen {}</span></li>",
        entry.id(),
        document.id(),
        entry.title(),
        Math.max(1, document.bytes() / 1024),
        Dates.moment(document.createdAt()));
  }

  private Markup table(List<Acknowledgement> acknowledgements) {
    return Markup.of(
        """
        <p><strong>{}</strong></p><table class="host-table"><thead><tr><th>Wie</th><th>Wat</th><th>Wanneer</th><th>Hoe</th><th>Opmerking</th></tr></thead>
        <tbody>{}</tbody></table>""",
        counts(acknowledgements),
        acknowledgements.stream().map(this::row).toList());
  }

  /** For instance "1 ondertekend, 1 gezien". */
  static String counts(List<Acknowledgement> acknowledgements) {
    return Arrays.stream(AckKind.values())
        .map(
            kind -> {
              long count = acknowledgements.stream().filter(ack -> ack.kind() == kind).count();
              return count == 0 ? "" : count + " " + kind.dutch();
            })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private Markup row(Acknowledgement ack) {
    String how =
        switch (ack.method()) {
          case "onScreen" -> "op het scherm";
          case "paper" -> "op papier";
          case "eid" -> "met een elektronisch middel";
          default -> ack.method();
        };
    return Markup.of(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        name(ack.personId()),
        ack.kind().dutch(),
        Dates.moment(ack.acknowledgedAt()),
        how,
        Objects.requireNonNullElse(ack.remark(), ""));
  }

  private String name(UUID personId) {
    return roster
        .person(personId)
        .map(Person::fullName)
        .or(() -> roster.pupil(personId).map(Pupil::fullName))
        .orElse("");
  }
}
