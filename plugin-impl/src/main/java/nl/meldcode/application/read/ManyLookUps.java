package nl.meldcode.application.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.LookUps;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.AccessHistory;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.domain.access.Action;

/**
 * Who was stopped from looking up more pupils, from the access log: for those who are told of
 * emergency accesses (S19). Names no pupil.
 */
public final class ManyLookUps {
  /** More lines of the log than a person reads about. */
  private static final int MOST = 1_000;

  private final AccessHistory history;
  private final SchoolMergers mergers;
  private final Gate gate;

  public ManyLookUps(AccessHistory history, SchoolMergers mergers, Gate gate) {
    this.history = history;
    this.mergers = mergers;
    this.gate = gate;
  }

  /**
   * One person on one day.
   *
   * @param firstAt when it was stopped first
   * @param times how often on that day
   */
  public record Stopped(StaffId who, Instant firstAt, int times) {
    private Stopped and(Stopped earlier) {
      return new Stopped(who, earlier.firstAt, times + earlier.times);
    }
  }

  private record Turn(StaffId who, LocalDate day) {}

  /**
   * Newest day first; nobody for who is not told.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be read
   */
  public List<Stopped> of(Visitor visitor) {
    if (!gate.policy().decide(visitor, Action.REVIEW_EMERGENCY).permitted()) {
      return List.of();
    }
    Set<SchoolId> schools = new HashSet<>(mergers.now().partsOf(visitor.school()));
    Map<Turn, Stopped> turns = new LinkedHashMap<>();
    for (Event event : history.newest(schools, ManyLookUps::isOne, MOST)) {
      StaffId who = event.staff();
      if (who != null) {
        LocalDate day = event.at().atZone(gate.clock().getZone()).toLocalDate();
        turns.merge(new Turn(who, day), new Stopped(who, event.at(), 1), Stopped::and);
      }
    }
    return List.copyOf(turns.values());
  }

  private static boolean isOne(Event event) {
    return event.rule().equals(LookUps.RULE);
  }
}
