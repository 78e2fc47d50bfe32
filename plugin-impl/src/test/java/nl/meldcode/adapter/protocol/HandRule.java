package nl.meldcode.adapter.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.protocol.Argument;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.Message;
import nl.meldcode.domain.protocol.Severity;
import nl.meldcode.domain.protocol.Timing;
import nl.meldcode.domain.term.Term;
import nl.meldcode.domain.term.TermUnit;
import org.jspecify.annotations.Nullable;

/** A rule as somebody writes it who needs no protocol files: code that looks and tells. */
record HandRule(
    String id,
    @Nullable Step step,
    Severity severity,
    @Nullable Kind metBy,
    Set<Role> by,
    @Nullable Term within,
    Check check) {
  private static final Term FIVE_SCHOOL_DAYS = new Term(5, TermUnit.SCHOOL_DAY);

  /** What it looks at, and whom it tells. */
  interface Check {
    void look(HandCase at, Tell tell);
  }

  /** One thing that lacks. */
  record Lack(
      String variant,
      @Nullable LocalDate since,
      @Nullable LocalDate opens,
      boolean waiting,
      List<Argument> arguments,
      @Nullable Kind metBy,
      @Nullable EntryId entry) {}

  /** Takes one lack. */
  interface Tell {
    void lack(Lack lack);

    default void plain() {
      called("");
    }

    default void called(String variant) {
      lack(new Lack(variant, null, null, false, List.of(), null, null));
    }

    default void of(Argument... arguments) {
      lack(new Lack("", null, null, false, List.of(arguments), null, null));
    }

    default void since(LocalDate since, boolean waiting, List<Argument> arguments) {
      lack(new Lack("", since, null, waiting, arguments, null, null));
    }

    default void on(LocalDate opens, Argument argument) {
      lack(new Lack("", null, opens, false, List.of(argument), null, null));
    }

    default void in(Recorded standing, Argument argument) {
      lack(new Lack("", null, null, false, List.of(argument), null, standing.id()));
    }
  }

  void into(HandCase at, List<Finding> found, boolean advice) {
    check.look(at, lack -> found.add(finding(at, advice, lack)));
  }

  private Finding finding(HandCase at, boolean advice, Lack lack) {
    LocalDate due = lack.opens();
    if (within != null && lack.since() != null) {
      Optional<LocalDate> counted = at.calendar().due(lack.since(), within);
      due = counted.orElse(null);
      if (counted.isEmpty()) {
        at.endOfCalendar();
      }
    }
    boolean early = lack.opens() != null && at.today().isBefore(lack.opens());
    boolean late = due != null && at.today().isAfter(due);
    boolean quiet = early || (lack.waiting() && due != null && !late);
    Timing timing = late ? Timing.LATE : Timing.NOW;
    String variant = lack.variant().isEmpty() ? "" : "." + lack.variant();
    return new Finding(
        id,
        step,
        advice ? Severity.ADVICE : severity,
        new Message("finding." + id + variant, lack.arguments()),
        by,
        due,
        "why." + id,
        lack.metBy() == null ? metBy : lack.metBy(),
        lack.entry(),
        quiet ? Timing.UPCOMING : timing,
        due != null && late && !quiet && !advice && severity != Severity.ADVICE
            ? told(at, due)
            : Set.of());
  }

  /** The head hears of what is five school days late. */
  private static Set<Role> told(HandCase at, LocalDate due) {
    return at.calendar()
        .due(due, FIVE_SCHOOL_DAYS)
        .filter(day -> at.today().isAfter(day))
        .map(day -> Set.of(Role.DIR))
        .orElse(Set.of());
  }
}
