package nl.meldcode.application.record;

import java.util.ArrayList;
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
    List<PupilId> own = registrations(caller);
    return pupils(caller, entry).filter(one -> !own.contains(one)).distinct().toList();
  }

  /** By which of the pupil's registrations this names the caller's pupil. */
  PupilId named(Caller caller, Entry entry) {
    List<PupilId> own = registrations(caller);
    return pupils(caller, entry).filter(own::contains).findFirst().orElse(caller.pupil());
  }

  private List<PupilId> registrations(Caller caller) {
    return caller
        .atHand(dossiers.of(caller.school(), caller.pupil()))
        .map(Dossier::registrations)
        .orElse(List.of(caller.pupil()));
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
    List<NewEntry> parts = new ArrayList<>();
    for (PupilId named : of(caller, entry)) {
      PupilId now = now(caller, named);
      if (roster.isPupil(caller.school(), now)) {
        Caller there = caller.about(now, roster.around(caller.school(), now));
        part(there, entry.partOf(named), request).ifPresent(parts::add);
      }
    }
    return parts;
  }

  /** The registration that counts now of a pupil who was named by an earlier one. */
  private PupilId now(Caller caller, PupilId named) {
    return Dossier.current(dossiers.of(caller.school(), named)).map(Dossier::pupil).orElse(named);
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
        entry);
  }
}
