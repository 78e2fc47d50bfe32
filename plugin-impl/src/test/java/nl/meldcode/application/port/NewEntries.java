package nl.meldcode.application.port;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.LinkDecision;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.entry.Signal;
import org.jspecify.annotations.Nullable;

/** Entries for one dossier, by one author. */
public record NewEntries(SchoolId school, DossierId dossier, PupilId pupil, StaffId author) {
  private static final Instant START = Instant.parse("2026-03-02T08:30:00.123Z");

  /** A new dossier about a new pupil at a school. */
  public static NewEntries at(String school) {
    return new NewEntries(
        new SchoolId(school),
        new DossierId(UUID.randomUUID()),
        new PupilId(UUID.randomUUID()),
        new StaffId(UUID.randomUUID()));
  }

  /** A new dossier about that pupil. */
  public static NewEntries of(SchoolId school, PupilId pupil) {
    return new NewEntries(
        school, new DossierId(UUID.randomUUID()), pupil, new StaffId(UUID.randomUUID()));
  }

  /** Another dossier about the same pupil. */
  public NewEntries next() {
    return new NewEntries(school, new DossierId(UUID.randomUUID()), pupil, author);
  }

  /** The same, by somebody else. */
  public NewEntries by(StaffId other) {
    return new NewEntries(school, dossier, pupil, other);
  }

  /** That the dossier is, or is not, also of another registration. */
  public NewEntry joined(PupilId other, LinkDecision.Choice choice) {
    return new NewEntries(school, dossier, other, author)
        .with(new LinkDecision(dossier, LinkKind.SAME_PUPIL, choice, "Zelfde kind."));
  }

  /** That entry under a new key. */
  public NewEntry with(Entry entry) {
    return new NewEntry(
        school,
        dossier,
        pupil,
        new EntryId(UUID.randomUUID()),
        UUID.randomUUID(),
        null,
        START.plus(1, ChronoUnit.DAYS),
        author,
        Role.IB,
        new ProtocolId("scope-2013", "1.0.0"),
        List.of(),
        entry);
  }

  /** A signal under a new key, whatever stands there already. */
  public NewEntry signal(String facts) {
    return signal(facts, UUID.randomUUID(), null);
  }

  /** A signal under that key, by somebody who had read up to that version. */
  public NewEntry signal(String facts, UUID key, @Nullable Long expected) {
    return entry(facts, key, expected, List.of());
  }

  /** A signal with a file. */
  public NewEntry signal(String facts, Attachment attachment) {
    return entry(facts, UUID.randomUUID(), null, List.of(attachment));
  }

  private NewEntry entry(
      String facts, UUID key, @Nullable Long expected, List<Attachment> attachments) {
    return new NewEntry(
        school,
        dossier,
        pupil,
        new EntryId(UUID.randomUUID()),
        key,
        expected,
        START.plus(facts.length(), ChronoUnit.MINUTES),
        author,
        Role.LK,
        new ProtocolId("scope-2013", "1.0.0"),
        attachments,
        new Signal(
            LocalDate.of(2026, 3, 1),
            null,
            Signal.Source.SELF,
            null,
            "klas",
            facts,
            null,
            null,
            false,
            null,
            null,
            List.of(),
            List.of()));
  }
}
