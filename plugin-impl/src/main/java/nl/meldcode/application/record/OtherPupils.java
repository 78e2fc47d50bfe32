package nl.meldcode.application.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NameUuid;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.Roster;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Incident;
import nl.meldcode.domain.entry.Shared;

/**
 * The other pupils whom something shared is about, and the part of it that goes into the dossier of
 * each (O14).
 */
final class OtherPupils {
  private final Dossiers dossiers;
  private final Roster roster;
  private final Gate gate;
  private final Rules rules;

  OtherPupils(Dossiers dossiers, Roster roster, Gate gate, Rules rules) {
    this.dossiers = dossiers;
    this.roster = roster;
    this.gate = gate;
    this.rules = rules;
  }

  /** Whom else this is about; nobody for what is about one pupil. */
  List<PupilId> of(Caller caller, Entry entry) {
    return pupils(caller, entry).filter(one -> !one.equals(caller.pupil())).distinct().toList();
  }

  private Stream<PupilId> pupils(Caller caller, Entry entry) {
    if (entry instanceof Incident incident) {
      return incident.pupils().stream();
    }
    return entry instanceof Shared shared && shared.incident() != null
        ? dossiers.of(caller.school(), caller.pupil()).stream()
            .flatMap(Dossier::incidents)
            .filter(one -> one.incident().equals(shared.incident()))
            .flatMap(one -> one.pupils().stream())
        : Stream.empty();
  }

  /**
   * What goes into their dossiers. Left out is who is at another school by now, whose dossier was
   * closed, and about whom the caller may not record this.
   */
  List<NewEntry> parts(Caller caller, Shared entry, Request request) {
    return of(caller, entry).stream()
        .filter(one -> roster.isPupil(caller.school(), one))
        .map(one -> caller.about(one, roster.around(caller.school(), one)))
        .flatMap(one -> part(one, entry, request).stream())
        .toList();
  }

  private Optional<NewEntry> part(Caller caller, Shared entry, Request request) {
    Place place = Place.of(entry.kind(), caller, dossiers.of(caller.school(), caller.pupil()));
    Optional<Dossier> about = place.about();
    Verdict verdict = gate.decide(caller, entry.action(), about, entry.kind().jsonName());
    return verdict instanceof Verdict.Permit permit && !(place instanceof Place.None)
        ? Optional.of(entry(caller, entry, request, permit, about))
        : Optional.empty();
  }

  private NewEntry entry(
      Caller caller,
      Shared entry,
      Request request,
      Verdict.Permit permit,
      Optional<Dossier> dossier) {
    ProtocolId protocol =
        dossier
            .map(one -> rules.protocolFor(one, caller.school()))
            .orElseGet(() -> rules.chosenBy(caller.school()));
    UUID key = NameUuid.of(request.idempotencyKey(), caller.pupil().toString());
    return new NewEntry(
        caller.school(),
        dossier.map(Dossier::id).orElseGet(() -> new DossierId(UUID.randomUUID())),
        caller.pupil(),
        new EntryId(UUID.randomUUID()),
        key,
        null,
        gate.now(),
        caller.person().id(),
        permit.role(),
        protocol,
        List.of(),
        entry.partOf(caller.pupil()));
  }
}
