package nl.meldcode.application.port;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;

/** The dossiers of all schools. Safe for use by several threads. */
public interface Dossiers {
  /** All dossiers about a pupil at a school, oldest first. */
  List<Dossier> of(SchoolId school, PupilId pupil);

  /** The dossier with that id at that school. */
  Optional<Dossier> find(SchoolId school, DossierId dossier);

  /** Every dossier of a school, also one that was tampered with; a destroyed one is not found. */
  List<DossierId> at(SchoolId school);

  /** Every pupil with a dossier, school by school. */
  List<Whom> pupils();

  /** A pupil with a dossier at a school. */
  record Whom(SchoolId school, PupilId pupil) {}

  /** What was recorded under an idempotency key. */
  Optional<Recorded> recordedUnder(SchoolId school, UUID idempotencyKey);

  /**
   * Adds an entry. When this returns {@link Appended.Done}, the entry is on disk. A key that was
   * used before gives the earlier entry, or {@link Appended.OtherBody} when it held something else;
   * that is checked before the expected version.
   *
   * @throws StoreUnavailable when it cannot be written; nothing was added
   */
  Appended append(NewEntry entry);

  /**
   * Adds an entry to each of several dossiers of one school, all of them or none, with one commit.
   * What came of it is what came of the first; when that is not {@link Appended.Done}, nothing was
   * added.
   *
   * @throws StoreUnavailable when it cannot be written; nothing was added
   */
  Appended appendTogether(List<NewEntry> entries);

  /**
   * Does it while nobody else, on whatever node, does so about one of these pupils: two first
   * signals cannot begin two dossiers, and what was read before still holds when it is written.
   *
   * @throws StoreUnavailable when others take too long, or the work does
   */
  <T> T inTurn(SchoolId school, Collection<PupilId> pupils, Supplier<T> work);
}
