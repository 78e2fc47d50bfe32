package nl.meldcode.application.view;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.DossierState;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.protocol.Argument;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.Message;
import nl.meldcode.domain.protocol.Severity;
import nl.meldcode.domain.protocol.Timing;
import org.jspecify.annotations.Nullable;

/** Findings in words: what, who, by when, why; and the one that comes next. */
final class FindingRows {
  private static final Comparator<FindingRow> FIRST =
      Comparator.comparing(FindingRow::late)
          .reversed()
          .thenComparing(FindingRow::dueOn, Comparator.nullsLast(Comparator.naturalOrder()));

  private final Caller caller;
  private final Words words;
  private final Family family;
  private final Dossier dossier;

  FindingRows(Caller caller, Words words, Family family, Dossier dossier) {
    this.caller = caller;
    this.words = words;
    this.family = family;
    this.dossier = dossier;
  }

  List<FindingRow> of(List<Finding> findings) {
    return findings.stream().map(this::row).toList();
  }

  /** The first thing that is asked now: late before due, due before undated. */
  Optional<NextRow> next(List<FindingRow> rows) {
    return first(rows.stream().filter(row -> !row.upcoming()).toList());
  }

  /** The first thing that the reader can do: what is asked now, else what comes. */
  Optional<NextRow> forReader(List<FindingRow> rows) {
    List<FindingRow> mine = rows.stream().filter(FindingRow::mine).toList();
    return next(mine).or(() -> first(mine));
  }

  /** All but advice; while there are only signals, the advice to open the dossier is asked too. */
  Stream<FindingRow> asked(List<FindingRow> rows) {
    boolean signals = dossier.state() == DossierState.SIGNALS;
    return rows.stream().filter(row -> signals || row.severity() != Severity.ADVICE);
  }

  private Optional<NextRow> first(List<FindingRow> rows) {
    return asked(rows).min(FIRST).map(this::next);
  }

  private NextRow next(FindingRow row) {
    String own = "next." + row.requirement();
    String tab = tab(row.step());
    return new NextRow(
        words.knows(own) ? words.say(own) : row.message(),
        row.who(),
        row.mine(),
        row.dueOn(),
        row.why(),
        tab,
        words.say("view.button." + tab),
        row.metBy(),
        row.entry(),
        row.upcoming(),
        row.requirement());
  }

  /** The page on which that step is worked. */
  static String tab(@Nullable String step) {
    for (Step each : Step.values()) {
      if (each.id().equals(step)) {
        return switch (each) {
          case SIGNALS -> "signalen";
          case CONSULTATION -> "overleg";
          case PARENTS -> "ouders";
          case WEIGHING -> "wegen";
          case DECISION -> "beslissen";
          case AFTER_REPORT -> "na-melding";
        };
      }
    }
    // What belongs to no step is recorded beside the signals.
    return "signalen";
  }

  private FindingRow row(Finding finding) {
    Step step = finding.step();
    Kind kind = finding.metBy();
    EntryId entry = finding.entry();
    Set<Role> roles = caller.person().roles();
    boolean mine =
        !Collections.disjoint(finding.mayAct(), roles)
            || !Collections.disjoint(finding.told(), roles);
    return new FindingRow(
        finding.requirement(),
        step == null ? null : step.id(),
        finding.severity(),
        finding.timing() == Timing.LATE,
        finding.timing() == Timing.UPCOMING,
        say(finding.message()),
        words.say(finding.why()),
        finding.mayAct().stream().sorted().toList(),
        who(finding.mayAct()),
        words.roles(finding.told()),
        mine,
        finding.due(),
        kind == null ? null : kind.jsonName(),
        entry == null ? null : entry.toString());
  }

  String say(Message message) {
    Object[] arguments = message.arguments().stream().map(this::argument).toArray();
    String text = words.say(message.key(), arguments);
    return text.substring(0, 1).toUpperCase(words.locale()) + text.substring(1);
  }

  private Object argument(Argument argument) {
    if (argument instanceof Argument.Person person) {
      return family
          .guardian(person.id())
          .map(this::guardian)
          .orElseGet(() -> words.say(isPupil(person) ? "view.pupil" : "view.relation.OTHER"));
    }
    if (argument instanceof Argument.Staff staff) {
      return words.staff(staff.id()).name();
    }
    if (argument instanceof Argument.Day day) {
      return words.day(day.date());
    }
    return argument instanceof Argument.Word word
        ? words.say(word.key())
        : String.valueOf(((Argument.Count) argument).value());
  }

  private boolean isPupil(Argument.Person person) {
    return person.id().equals(Reports.person(dossier.pupil()));
  }

  /** The relation alone where it is clear, with the name where two have the same. */
  private String guardian(Guardian guardian) {
    String relation = words.say("view.relation." + guardian.relation());
    long alike =
        family.guardians().stream().filter(one -> one.relation() == guardian.relation()).count();
    return alike == 1 ? relation : relation + " " + guardian.name();
  }

  /** A name where one person is meant: the teacher who opened it; else the roles. */
  private String who(Set<Role> roles) {
    if (roles.contains(Role.LK)) {
      Optional<String> opener =
          dossier
              .opened()
              .flatMap(one -> caller.around().staff().member(one.recorded().author()))
              .filter(member -> member.roles().contains(Role.LK))
              .map(StaffMember::name);
      if (opener.isPresent()) {
        List<Role> others = roles.stream().filter(role -> role != Role.LK).toList();
        return others.isEmpty()
            ? opener.get()
            : words.say("view.orAlso", opener.get(), words.shortRoles(others));
      }
    }
    return words.roles(roles);
  }
}
