package nl.meldcode.application;

import java.util.Collection;
import java.util.Comparator;
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
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;

/**
 * Dossiers as the school finds them that goes on: also those of the schools that became part of it.
 * Each stays where it began, under the keys of its own school, so that a merger moves nothing.
 */
public final class MergedDossiers implements Dossiers {
  private static final Comparator<Dossier> OLDEST_FIRST =
      Comparator.comparing(one -> one.entries().get(0).at());
  private final Dossiers dossiers;
  private final SchoolMergers mergers;

  public MergedDossiers(Dossiers dossiers, SchoolMergers mergers) {
    this.dossiers = dossiers;
    this.mergers = mergers;
  }

  private List<SchoolId> parts(SchoolId school) {
    return mergers.now().partsOf(school);
  }

  @Override
  public List<Dossier> of(SchoolId school, PupilId pupil) {
    List<SchoolId> parts = parts(school);
    return parts.size() == 1
        ? dossiers.of(school, pupil)
        : parts.stream()
            .flatMap(one -> dossiers.of(one, pupil).stream())
            .sorted(OLDEST_FIRST)
            .toList();
  }

  @Override
  public Optional<Dossier> find(SchoolId school, DossierId dossier) {
    return parts(school).stream().flatMap(one -> dossiers.find(one, dossier).stream()).findFirst();
  }

  @Override
  public List<DossierId> at(SchoolId school) {
    return parts(school).stream().flatMap(one -> dossiers.at(one).stream()).toList();
  }

  @Override
  public List<Whom> pupils() {
    return dossiers.pupils().stream()
        .map(one -> new Whom(mergers.now().successor(one.school()), one.pupil()))
        .distinct()
        .toList();
  }

  @Override
  public Optional<Recorded> recordedUnder(SchoolId school, UUID idempotencyKey) {
    return parts(school).stream()
        .flatMap(one -> dossiers.recordedUnder(one, idempotencyKey).stream())
        .findFirst();
  }

  @Override
  public Appended append(NewEntry entry) {
    return dossiers.append(atItsPlace(entry));
  }

  @Override
  public Appended appendTogether(List<NewEntry> entries) {
    return dossiers.appendTogether(entries.stream().map(this::atItsPlace).toList());
  }

  private NewEntry atItsPlace(NewEntry entry) {
    return find(entry.school(), entry.dossier()).map(one -> entry.of(one.school())).orElse(entry);
  }

  @Override
  public <T> T inTurn(SchoolId school, Collection<PupilId> pupils, Supplier<T> work) {
    return dossiers.inTurn(school, pupils, work);
  }
}
