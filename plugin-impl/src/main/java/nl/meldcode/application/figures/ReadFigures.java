package nl.meldcode.application.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.figures.Figures;
import nl.meldcode.domain.figures.Tally;
import nl.meldcode.domain.protocol.Facts;

/**
 * Shows a school its own figures of one school year. They are made once a day from the dossiers as
 * they are then and kept until the next: nobody sees a number change by what a colleague has just
 * recorded. Safe for use by several threads.
 */
public final class ReadFigures {
  /** How many school years can be asked for, the present one first. */
  static final int YEARS = 5;

  /** When some dossiers could not be read they are not counted anew at each look: it would tell. */
  private static final Duration AGAIN = Duration.ofMinutes(15);

  /** More than a board asks for in a day. */
  private static final int MOST_KEPT = 500;

  private static final String SUBJECT = "figures";

  private final Dossiers dossiers;
  private final Roster roster;
  private final Gate gate;
  private final Assessments assessments;
  private final Map<Which, Made> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Which, Made> eldest) {
          return size() > MOST_KEPT;
        }
      };

  public ReadFigures(Dossiers dossiers, Roster roster, Gate gate, Assessments assessments) {
    this.dossiers = dossiers;
    this.roster = roster;
    this.gate = gate;
    this.assessments = assessments;
  }

  private record Which(SchoolId school, int year, LocalDate day) {}

  private record Made(Figures figures, boolean whole, Instant at) {}

  /**
   * What one visitor sees.
   *
   * @param year the calendar year in which the school year began
   * @param years that can be asked for, newest first; whether anything is in them is not told
   * @param whole false while the host says nothing of some pupils, or a dossier is damaged: those
   *     are not in it
   * @param asOf when it was made
   */
  public record Seen(int year, List<Integer> years, Figures figures, boolean whole, Instant asOf) {
    public Seen {
      years = List.copyOf(years);
    }
  }

  /**
   * Of the school year that began in that calendar year; of the present one for 0. Empty for who
   * may not see any, and for a year that cannot be asked for; the log is written before.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be written
   */
  public Optional<Seen> of(Visitor visitor, int asked) {
    Verdict verdict = gate.decide(visitor, Action.READ_FIGURES, SUBJECT);
    int present = schoolYear(assessments.today());
    int year = asked == 0 ? present : asked;
    if (!verdict.permitted() || year > present || year <= present - YEARS) {
      return Optional.empty();
    }
    gate.shows(What.READ, visitor, verdict.rule(), SUBJECT);
    Made made = made(visitor, year);
    List<Integer> years = new ArrayList<>();
    for (int one = present; one > present - YEARS; one--) {
      years.add(one);
    }
    return Optional.of(new Seen(year, years, made.figures(), made.whole(), made.at()));
  }

  /** School years begin on the first of August (WPO, article 1). */
  private static int schoolYear(LocalDate day) {
    return day.getMonth().compareTo(Month.AUGUST) < 0 ? day.getYear() - 1 : day.getYear();
  }

  /** One at a time: the first of a day reads every dossier of the school. */
  private synchronized Made made(Visitor visitor, int year) {
    Which which = new Which(visitor.school(), year, assessments.today());
    Made known = kept.get(which);
    if (known != null && (known.whole() || gate.now().isBefore(known.at().plus(AGAIN)))) {
      return known;
    }
    Counted counted = new Counted(visitor, year);
    dossiers.at(visitor.school()).forEach(counted::count);
    Made made = new Made(Figures.of(counted.all), counted.whole, gate.now());
    kept.put(which, made);
    return made;
  }

  /** What was counted until now. */
  private final class Counted {
    private final Visitor visitor;
    private final int year;
    private final List<Tally> all = new ArrayList<>();
    private boolean whole = true;

    Counted(Visitor visitor, int year) {
      this.visitor = visitor;
      this.year = year;
    }

    void count(DossierId id) {
      try {
        dossiers.find(visitor.school(), id).ifPresent(this::add);
      } catch (HostUnavailable | Tampered e) {
        whole = false;
      }
    }

    private void add(Dossier dossier) {
      dossier
          .openedOn()
          .filter(day -> schoolYear(day) == year)
          .ifPresent(day -> all.add(tally(dossier, day)));
    }

    private Tally tally(Dossier dossier, LocalDate opened) {
      Caller caller =
          visitor.about(dossier.pupil(), roster.known(visitor.school(), dossier.pupil()));
      Facts facts = assessments.facts(dossier, caller);
      return Tally.of(facts, assessments.of(dossier, facts), opened);
    }
  }
}
