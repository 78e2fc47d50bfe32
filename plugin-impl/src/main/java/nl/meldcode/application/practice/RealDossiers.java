package nl.meldcode.application.practice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.practice.Practice;

/**
 * Dossiers without those to practise on, as if there were none: for all that lists, counts, links
 * or destroys. Only the page of one pupil is given the others.
 */
public record RealDossiers(Dossiers all) implements Dossiers {
  @Override
  public List<Dossier> of(SchoolId school, PupilId pupil) {
    return Practice.is(pupil) ? List.of() : all.of(school, pupil);
  }

  @Override
  public Optional<Dossier> find(SchoolId school, DossierId dossier) {
    return all.find(school, dossier).filter(one -> !Practice.is(one));
  }

  /** {@inheritDoc} Whose it is, an id does not tell: one to practise on is not found after this. */
  @Override
  public List<DossierId> at(SchoolId school) {
    return all.at(school);
  }

  @Override
  public List<Whom> pupils() {
    return all.pupils().stream().filter(one -> !Practice.is(one.pupil())).toList();
  }

  @Override
  public Optional<Recorded> recordedUnder(SchoolId school, UUID idempotencyKey) {
    return all.recordedUnder(school, idempotencyKey).filter(one -> !Practice.is(one.pupil()));
  }

  @Override
  public Appended append(NewEntry entry) {
    return all.append(entry);
  }

  @Override
  public Appended appendTogether(List<NewEntry> entries) {
    return all.appendTogether(entries);
  }

  @Override
  public <T> T inTurn(SchoolId school, Collection<PupilId> pupils, Supplier<T> work) {
    return all.inTurn(school, pupils, work);
  }
}
