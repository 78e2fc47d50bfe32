package nl.meldcode.application.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Replaced;
import nl.meldcode.domain.dossier.Requests;
import nl.meldcode.domain.entry.Closure;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Incident;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.entry.Weighing;
import org.jspecify.annotations.Nullable;

/** The entries a caller may see: whole, or as a conclusion, or not at all (C.3, A.12 point 3). */
final class EntryRows {
  private final Policy policy;
  private final Caller caller;
  private final Words words;
  private final boolean readsOfOthers;

  EntryRows(Policy policy, Caller caller, Words words) {
    this.policy = policy;
    this.caller = caller;
    this.words = words;
    this.readsOfOthers =
        policy.decide(caller, Action.RECORD_INCIDENT, Optional.empty()).permitted();
  }

  /** Those of a dossier that the caller may know of, oldest first. */
  List<EntryRow> of(Dossier dossier) {
    return dossier.entries().stream().flatMap(one -> row(dossier, one).stream()).toList();
  }

  /**
   * What the caller recorded or was consulted on, for somebody who may know nothing else: numbered
   * by itself, and without what others made of it later.
   */
  List<EntryRow> own(List<Dossier> dossiers) {
    List<EntryRow> rows = new ArrayList<>();
    for (Dossier dossier : dossiers) {
      for (Recorded one : policy.known(caller, dossier)) {
        rows.add(own(dossier, one).numbered(rows.size() + 1L));
      }
    }
    return rows;
  }

  private EntryRow own(Dossier dossier, Recorded recorded) {
    List<Replaced> mine =
        dossier.history(recorded).stream()
            .takeWhile(one -> isKnown(dossier, one.by().recorded()))
            .toList();
    Entry said =
        mine.isEmpty() ? recorded.entry() : mine.get(mine.size() - 1).by().entry().corrected();
    return row(
        recorded,
        readable(said, recorded),
        null,
        mine.stream().map(this::before).toList(),
        List.of(),
        policy.mayCorrect(caller, dossier, recorded));
  }

  private boolean isKnown(Dossier dossier, Recorded correction) {
    return Policy.isOwn(caller, correction) || policy.mayRead(caller, dossier, correction);
  }

  private Optional<EntryRow> row(Dossier dossier, Recorded recorded) {
    boolean whole =
        policy.mayRead(caller, dossier, recorded)
            && (!(recorded.entry() instanceof Closure) || readsC3(dossier));
    if (whole) {
      return Optional.of(whole(dossier, recorded));
    }
    return conclusion(dossier.standing(recorded))
        .map(words::say)
        .map(it -> row(recorded, null, it, List.of(), List.of(), false));
  }

  private boolean readsC3(Dossier dossier) {
    return policy.decide(caller, Action.READ_C3, Optional.of(dossier)).permitted();
  }

  /** The key of the conclusion in words, for kinds that have one. */
  static Optional<String> conclusion(Entry entry) {
    if (entry instanceof Weighing weighing) {
      return Optional.of("view.conclusion.weighing." + weighing.conclusion());
    }
    if (entry instanceof Decision decision) {
      return Optional.of("view.conclusion.decision." + decision.choice());
    }
    if (entry instanceof Closure closure) {
      return Optional.of("view.conclusion.closure." + closure.reason());
    }
    return Optional.empty();
  }

  private EntryRow whole(Dossier dossier, Recorded recorded) {
    return row(
        recorded,
        readable(dossier.standing(recorded), recorded),
        null,
        dossier.history(recorded).stream().map(this::before).toList(),
        new Requests(dossier).annotations(recorded.id()),
        policy.mayCorrect(caller, dossier, recorded));
  }

  /** A teacher is shown the own pupil's part of an incident, and no link (A.12, 25). */
  private Entry readable(Entry entry, Recorded recorded) {
    boolean alone = entry instanceof Incident && !readsOfOthers;
    return alone ? ((Incident) entry).alone(recorded.pupil()) : entry;
  }

  private BeforeRow before(Replaced one) {
    Recorded by = one.by().recorded();
    return new BeforeRow(
        by.at(), words.staff(by.author()), one.by().entry().reason(), one.before());
  }

  private EntryRow row(
      Recorded recorded,
      @Nullable Entry content,
      @Nullable String summary,
      List<BeforeRow> before,
      List<String> annotations,
      boolean correctable) {
    Step step = recorded.entry().kind().step();
    return new EntryRow(
        recorded.id().toString(),
        recorded.seq(),
        recorded.entry().kind().jsonName(),
        recorded.at(),
        words.staff(recorded.author()),
        recorded.role(),
        step == null ? null : step.id(),
        content,
        summary,
        before,
        annotations,
        content != null && !recorded.attachments().isEmpty(),
        correctable);
  }
}
