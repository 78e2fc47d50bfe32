package nl.meldcode.domain.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;

/**
 * What an entry may point at: the pupil's guardians, the school's staff and pupils, the dossier's
 * entries.
 */
public interface References {
  /** The pupil of the dossier. */
  PupilId pupil();

  /** Whether this is a guardian of the dossier's pupil. */
  boolean isGuardian(PersonId person);

  /** Whether this person works at the school. */
  boolean isStaff(StaffId staff);

  /** Whether this pupil is at the school. */
  boolean isPupil(PupilId pupil);

  /**
   * Whether the writer finds this at the host, in these words; or it was picked before. False also
   * when that cannot be found out.
   */
  boolean isObservation(Observation observation);

  /** Whether these words stand somewhere in the dossier, in capitals or not. */
  boolean stands(String words);

  /** The pupils of an incident that this dossier carries; empty when it does not. */
  List<PupilId> involvedIn(UUID incident);

  /** The entry of this dossier with that id, when it is of that kind. */
  <T extends Entry> Optional<T> entry(EntryId id, Class<T> kind);
}
