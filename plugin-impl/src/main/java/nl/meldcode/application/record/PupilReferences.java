package nl.meldcode.application.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Observation;
import nl.meldcode.domain.entry.References;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.Words;
import nl.meldcode.domain.practice.Practice;
import org.jspecify.annotations.Nullable;

/** What an entry about this caller's pupil may point at. */
final class PupilReferences implements References {
  private final Caller caller;
  private final @Nullable Dossier dossier;
  private final Family family;
  private final Roster roster;

  PupilReferences(Caller caller, @Nullable Dossier dossier, Roster roster) {
    this.caller = caller;
    this.dossier = dossier;
    this.roster = roster;
    Family host = caller.around().family();
    this.family = dossier == null ? host : host.confirmedBy(dossier);
  }

  @Override
  public PupilId pupil() {
    return caller.pupil();
  }

  @Override
  public List<PupilId> involvedIn(UUID incident) {
    return dossier == null
        ? List.of()
        : dossier
            .incidents()
            .filter(one -> one.incident().equals(incident))
            .flatMap(one -> one.pupils().stream())
            .toList();
  }

  @Override
  public boolean isGuardian(PersonId person) {
    return family.guardians().stream().anyMatch(one -> one.id().equals(person));
  }

  @Override
  public boolean isStaff(StaffId staff) {
    return caller.around().staff().members().stream().anyMatch(one -> one.id().equals(staff));
  }

  @Override
  public boolean isPupil(PupilId pupil) {
    return pupil != null
        && Practice.together(caller.pupil(), pupil)
        && roster.isPupil(caller.school(), pupil);
  }

  @Override
  public boolean stands(String words) {
    Pattern wanted = Words.pattern(words);
    return dossier != null
        && dossier.entries().stream()
            .flatMap(one -> Words.in(one.entry(), String.class))
            .anyMatch(text -> wanted.matcher(text).find());
  }

  @Override
  public boolean isObservation(Observation observation) {
    if (wasPicked(observation)) {
      return true;
    }
    try {
      return roster.observations(caller.pupil(), caller.person().id()).contains(observation);
    } catch (HostUnavailable e) {
      return false;
    }
  }

  private boolean wasPicked(Observation observation) {
    return dossier != null
        && dossier.all(Signal.class).stream()
            .anyMatch(one -> one.entry().evidence().contains(observation));
  }

  @Override
  public <T extends Entry> Optional<T> entry(EntryId id, Class<T> kind) {
    return dossier == null ? Optional.empty() : dossier.entry(id, kind).map(Stated::entry);
  }

  /** Guardians as host and dossier know them. */
  Family family() {
    return family;
  }
}
