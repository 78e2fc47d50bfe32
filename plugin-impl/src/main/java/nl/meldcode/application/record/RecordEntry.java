package nl.meldcode.application.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.EntryJson;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Correction;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.LinkDecision;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.entry.Shared;
import org.jspecify.annotations.Nullable;

/**
 * Records one entry about the caller's pupil (design: one row is the commit), and with what is
 * shared a part of it in the dossier of each other pupil, all with one commit.
 */
public final class RecordEntry {
  private final Dossiers dossiers;
  private final Inspection inspection;
  private final Gate gate;
  private final Papers papers;
  private final Rules rules;
  private final BiConsumer<SchoolId, List<PupilId>> afterwards;
  private final OtherPupils otherPupils;

  /** Tells {@code afterwards} about which pupils something was recorded. */
  public RecordEntry(
      Dossiers dossiers,
      Inspection inspection,
      Gate gate,
      Papers papers,
      Rules rules,
      BiConsumer<SchoolId, List<PupilId>> afterwards) {
    this.dossiers = dossiers;
    this.inspection = inspection;
    this.gate = gate;
    this.papers = papers;
    this.rules = rules;
    this.afterwards = afterwards;
    this.otherPupils = new OtherPupils(dossiers, inspection.roster(), gate, rules);
  }

  /** What somebody is about to record; {@code own} is what concerns the caller's pupil. */
  private record Wish(Caller caller, Entry whole, Entry own, Request request) {
    @Override
    public String toString() {
      return "Wish[" + request.idempotencyKey() + "]";
    }
  }

  private Entry own(Caller caller, Entry entry) {
    return isShared(entry) ? ((Shared) entry).partOf(otherPupils.named(caller, entry)) : entry;
  }

  private static boolean isShared(Entry entry) {
    return entry instanceof Shared shared && shared.incident() != null;
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
    List<PupilId> pupils =
        Stream.concat(Stream.of(caller.pupil()), otherPupils.of(caller, entry).stream()).toList();
    return dossiers.inTurn(
        caller.school(),
        pupils,
        () -> {
          Place place = place(caller, entry);
          Outcome outcome = judge(caller, read, entry, request, place);
          if (outcome instanceof Outcome.Done done) {
            afterwards.accept(caller.school(), withRegistrations(caller, entry, pupils));
            return gate.policy().mayKnow(caller, place.about()) ? done : numbered(caller, done);
          }
          return outcome;
        });
  }

  /** How many entries a dossier has is a secret of those who may know of it. */
  private Outcome numbered(Caller caller, Outcome.Done done) {
    List<EntryId> read =
        dossiers.of(caller.school(), caller.pupil()).stream()
            .flatMap(one -> gate.policy().known(caller, one).stream())
            .map(Recorded::id)
            .toList();
    int at = read.indexOf(done.recorded().id());
    return done.numbered(at < 0 ? read.size() : at + 1L);
  }

  /** What two registrations of one child are tied to is looked at anew from both. */
  private List<PupilId> withRegistrations(Caller caller, Entry entry, List<PupilId> pupils) {
    return entry instanceof LinkDecision decision && decision.link() == LinkKind.SAME_PUPIL
        ? Stream.concat(
                pupils.stream(),
                dossiers.find(caller.school(), decision.other()).stream()
                    .flatMap(one -> one.registrations().stream()))
            .distinct()
            .toList()
        : pupils;
  }

  private Outcome judge(
      Caller caller, EntryJson.Read read, Entry entry, Request request, Place place) {
    Optional<Dossier> about = place.about();
    Verdict verdict = decide(caller, entry, about);
    if (verdict instanceof Verdict.Deny deny) {
      boolean mayKnow = gate.policy().mayKnow(caller, about);
      return mayKnow ? new Outcome.Forbidden(deny.mayAct()) : new Outcome.NotThere();
    }
    Wish wish = new Wish(caller, entry, own(caller, entry), request);
    Optional<Recorded> earlier = dossiers.recordedUnder(caller.school(), request.idempotencyKey());
    if (earlier.isPresent()) {
      return repeated(earlier.get(), wish);
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
    return dossier == null ? begin(wish, role) : add(wish, role, dossier);
  }

  /**
   * Whether a dossier under an earlier registration is this pupil's is written down in that one.
   */
  private Place place(Caller caller, Entry entry) {
    Optional<Dossier> earlier =
        entry instanceof LinkDecision decision && decision.link() == LinkKind.SAME_PUPIL
            ? dossiers
                .find(caller.school(), decision.other())
                .filter(one -> rules.isReplacedBy(one, caller.pupil()))
            : Optional.empty();
    return earlier.isPresent()
        ? Place.of(entry.kind(), earlier)
        : Place.of(entry.kind(), caller, dossiers.of(caller.school(), caller.pupil()));
  }

  /** What is about others too, or about another's entry, asks a right beside its own. */
  private Verdict decide(Caller caller, Entry entry, Optional<Dossier> about) {
    String name = entry.kind().jsonName();
    Verdict own = gate.decide(caller, entry.action(), about, name);
    Optional<Action> more =
        isShared(entry)
            ? Optional.of(Action.RECORD_INCIDENT)
            : entry instanceof Correction correction
                ? Policy.beside(caller, about, correction.entry())
                : Optional.empty();
    if (!own.permitted() || more.isEmpty()) {
      return own;
    }
    Verdict all = gate.decide(caller, more.get(), about, name);
    return all.permitted() ? own : all;
  }

  private static Outcome repeated(Recorded earlier, Wish wish) {
    boolean same =
        earlier.entry().equals(wish.own())
            && earlier.author().equals(wish.caller().person().id())
            && earlier.pupil().equals(wish.caller().pupil());
    return same ? new Outcome.Done(earlier, true) : new Outcome.KeyReused();
  }

  private Outcome begin(Wish wish, Role role) {
    DossierId fresh = new DossierId(UUID.randomUUID());
    EntryId id = new EntryId(UUID.randomUUID());
    ProtocolId protocol = rules.chosenBy(wish.caller().school());
    List<Attachment> files = papers.first(fresh, id, wish.own(), wish.caller());
    return append(wish, new Draft(fresh, id, null, role, protocol, files));
  }

  private Outcome add(Wish wish, Role role, Dossier dossier) {
    Long expected = null;
    if (wish.own().kind().judgesEarlierState()
        && gate.policy().mayKnow(wish.caller(), Optional.of(dossier))) {
      expected = wish.request().readVersion();
      if (expected == null) {
        return new Outcome.VersionMissing();
      }
      if (expected != dossier.version()) {
        return new Outcome.Stale(dossier.version());
      }
    }
    Optional<? extends Outcome> refusal = rules.refusal(wish.own(), dossier, wish.caller());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    List<Fault> lacking = papers.faults(wish.own(), dossier);
    if (!lacking.isEmpty()) {
      return new Outcome.Invalid(lacking);
    }
    EntryId id = new EntryId(UUID.randomUUID());
    LocalDate today = LocalDate.now(gate.clock());
    List<Attachment> files = papers.of(id, wish.own(), wish.caller(), dossier, today);
    ProtocolId protocol = rules.protocolFor(dossier, wish.caller().school());
    return append(wish, new Draft(dossier.id(), id, expected, role, protocol, files));
  }

  private Outcome append(Wish wish, Draft draft) {
    NewEntry own = draft.entry(wish, gate);
    Appended appended =
        isShared(wish.whole())
            ? dossiers.appendTogether(
                Stream.concat(
                        Stream.of(own),
                        otherPupils
                            .parts(wish.caller(), (Shared) wish.whole(), wish.request())
                            .stream())
                    .toList())
            : dossiers.append(own);
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
      @Nullable Long expected,
      Role role,
      ProtocolId protocol,
      List<Attachment> files) {
    NewEntry entry(Wish wish, Gate gate) {
      return new NewEntry(
          wish.caller().school(),
          dossier,
          wish.caller().pupil(),
          id,
          wish.request().idempotencyKey(),
          expected,
          gate.now(),
          wish.caller().person().id(),
          role,
          protocol,
          files,
          wish.own());
    }

    @Override
    public String toString() {
      return "Draft[" + id + "]";
    }
  }
}
