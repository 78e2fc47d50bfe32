package nl.meldcode.application.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.EntryJson;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;
import org.jspecify.annotations.Nullable;

/** Records one entry about the caller's pupil (design: one row is the commit). */
public final class RecordEntry {
  private final Dossiers dossiers;
  private final Inspection inspection;
  private final Gate gate;
  private final Papers papers;
  private final Rules rules;
  private final Runnable afterwards;
  private final PupilLocks locks = new PupilLocks();

  /** Runs {@code afterwards} when something was recorded: the relay has work. */
  public RecordEntry(
      Dossiers dossiers,
      Inspection inspection,
      Gate gate,
      Papers papers,
      Rules rules,
      Runnable afterwards) {
    this.dossiers = dossiers;
    this.inspection = inspection;
    this.gate = gate;
    this.papers = papers;
    this.rules = rules;
    this.afterwards = afterwards;
  }

  /**
   * Records what was sent, or says everything that stands in the way.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when it cannot be written; nothing was
   */
  public Outcome record(Caller caller, byte[] body, Request request) {
    EntryJson.Read read = inspection.read(body);
    Entry entry = read.entry();
    if (entry == null) {
      return new Outcome.Invalid(read.faults());
    }
    synchronized (locks.of(caller.pupil())) {
      Outcome outcome = judge(caller, read, entry, request);
      if (outcome instanceof Outcome.Done) {
        afterwards.run();
      }
      return outcome;
    }
  }

  private Outcome judge(Caller caller, EntryJson.Read read, Entry entry, Request request) {
    Place place = Place.of(entry.kind(), dossiers.of(caller.school(), caller.pupil()));
    Optional<Dossier> about = place.about();
    Verdict verdict = gate.decide(caller, entry.action(), about, entry.kind().jsonName());
    if (verdict instanceof Verdict.Deny deny) {
      boolean mayKnow = gate.policy().mayKnow(caller, about);
      return mayKnow ? new Outcome.Forbidden(deny.mayAct()) : new Outcome.NotThere();
    }
    Optional<Recorded> earlier = dossiers.recordedUnder(caller.school(), request.idempotencyKey());
    if (earlier.isPresent()) {
      return repeated(earlier.get(), entry, caller);
    }
    Dossier dossier = about.orElse(null);
    List<Fault> faults = inspection.faults(read, entry, caller, dossier);
    if (!faults.isEmpty()) {
      return new Outcome.Invalid(faults);
    }
    if (place instanceof Place.None none) {
      return Outcome.Refused.because(none.code());
    }
    Role role = ((Verdict.Permit) verdict).role();
    return dossier == null
        ? begin(caller, entry, request, role)
        : add(caller, entry, request, role, dossier);
  }

  private static Outcome repeated(Recorded earlier, Entry entry, Caller caller) {
    boolean same = earlier.entry().equals(entry) && earlier.author().equals(caller.person().id());
    return same ? new Outcome.Done(earlier, true) : new Outcome.KeyReused();
  }

  private Outcome begin(Caller caller, Entry entry, Request request, Role role) {
    DossierId fresh = new DossierId(UUID.randomUUID());
    EntryId id = new EntryId(UUID.randomUUID());
    ProtocolId protocol = rules.chosenBy(caller.school());
    List<Attachment> files = papers.first(fresh, id, entry, caller);
    return append(caller, new Draft(fresh, id, request, null, role, protocol, files, entry));
  }

  private Outcome add(Caller caller, Entry entry, Request request, Role role, Dossier dossier) {
    Long expected = null;
    if (entry.kind().judgesEarlierState()) {
      expected = request.readVersion();
      if (expected == null) {
        return new Outcome.VersionMissing();
      }
      if (expected != dossier.version()) {
        return new Outcome.Stale(dossier.version());
      }
    }
    Optional<Outcome.Refused> refusal = rules.refusal(entry, dossier, caller);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    EntryId id = new EntryId(UUID.randomUUID());
    List<Attachment> files = papers.of(id, entry, caller, dossier, LocalDate.now(gate.clock()));
    ProtocolId protocol = rules.protocolFor(dossier);
    return append(
        caller, new Draft(dossier.id(), id, request, expected, role, protocol, files, entry));
  }

  private Outcome append(Caller caller, Draft draft) {
    Appended appended =
        dossiers.append(
            new NewEntry(
                caller.school(),
                draft.dossier(),
                caller.pupil(),
                draft.id(),
                draft.request().idempotencyKey(),
                draft.expected(),
                gate.now(),
                caller.person().id(),
                draft.role(),
                draft.protocol(),
                draft.files(),
                draft.entry()));
    if (appended instanceof Appended.Done done) {
      return new Outcome.Done(done.recorded(), false);
    }
    if (appended instanceof Appended.Again again) {
      return new Outcome.Done(again.recorded(), true);
    }
    if (appended instanceof Appended.Stale stale) {
      return new Outcome.Stale(stale.version());
    }
    return new Outcome.KeyReused();
  }

  private record Draft(
      DossierId dossier,
      EntryId id,
      Request request,
      @Nullable Long expected,
      Role role,
      ProtocolId protocol,
      List<Attachment> files,
      Entry entry) {
    @Override
    public String toString() {
      return "Draft[" + id + "]";
    }
  }
}
