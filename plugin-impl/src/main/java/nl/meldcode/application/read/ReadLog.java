package nl.meldcode.application.read;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.AccessHistory;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Who looked at a pupil's dossier, was refused, or recorded something: all of it for who may read
 * the log, for others who may know of the dossier what they did themselves (C.7; A.12, 8).
 */
public final class ReadLog {
  /** More lines than a person reads at once. */
  static final int MOST = 1_000;

  private final AccessHistory history;
  private final Dossiers dossiers;
  private final Gate gate;

  public ReadLog(AccessHistory history, Dossiers dossiers, Gate gate) {
    this.history = history;
    this.dossiers = dossiers;
    this.gate = gate;
  }

  /** What somebody did. */
  public enum Deed {
    LAUNCH,
    LAUNCH_REFUSED,
    READ,
    DOWNLOAD,
    REFUSED,
    EMERGENCY,
    EMERGENCY_REVIEW,
    DESTROYED,
    RECORDED
  }

  /**
   * One deed.
   *
   * @param who null for a launch that named nobody
   * @param role in which that was permitted; null where no role was
   * @param about kind of entry, or part of the page; never content
   */
  public record Line(
      Instant at, Deed deed, @Nullable StaffId who, @Nullable Role role, String about) {
    /** What stands behind the first word is of no use to people, such as the id of a launch. */
    private static Line of(Event event) {
      Deed deed = Deed.valueOf(event.what().name());
      String about = event.subject().split(" ", 2)[0];
      return new Line(event.at(), deed, event.staff(), roleIn(event.rule()), about);
    }

    private static Line of(Recorded one) {
      String about = one.entry().kind().jsonName();
      return new Line(one.at(), Deed.RECORDED, one.author(), one.role(), about);
    }

    /** A rule that permits names its role behind a full stop, such as {@code READ_C1.IB}. */
    private static @Nullable Role roleIn(String rule) {
      List<String> parts = List.of(rule.split("\\.", -1));
      return Arrays.stream(Role.values())
          .filter(one -> parts.contains(one.name()))
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * The lines, newest first.
   *
   * @param everybody whether what others did is among them
   * @param cut whether older ones were left out
   */
  public record Log(boolean everybody, boolean cut, List<Line> lines) {
    public Log {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The log about the caller's pupil; empty for who may not know of a dossier. That it was read is
   * its newest line.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be written or read
   */
  public Optional<Log> of(Caller caller) {
    List<Dossier> all = dossiers.of(caller.school(), caller.pupil());
    Optional<Dossier> atHand = caller.atHand(all);
    Verdict verdict = gate.policy().decide(caller, Action.READ_LOG, atHand);
    boolean everybody = verdict.permitted();
    if (!everybody && !gate.policy().mayKnow(caller, atHand)) {
      gate.shows(What.REFUSED, caller, atHand, verdict.rule(), "log");
      return Optional.empty();
    }
    gate.shows(What.READ, caller, atHand, verdict.rule(), "log");
    List<Dossier> known =
        all.stream().filter(one -> gate.policy().mayKnow(caller, Optional.of(one))).toList();
    Set<SchoolId> schools = new HashSet<>(Set.of(caller.school()));
    known.forEach(one -> schools.add(one.school()));
    Set<@Nullable PupilId> registrations = new HashSet<>(Set.of(caller.pupil()));
    known.forEach(one -> registrations.addAll(one.registrations()));
    Predicate<@Nullable StaffId> visible = who -> everybody || caller.person().id().equals(who);
    Stream<Line> looks =
        history
            .newest(
                schools,
                event -> isAbout(event, known, registrations) && visible.test(event.staff()),
                MOST + 1)
            .stream()
            .map(Line::of);
    Stream<Line> records =
        known.stream()
            .flatMap(one -> one.entries().stream())
            .filter(one -> visible.test(one.author()))
            .map(Line::of);
    return Optional.of(newest(everybody, Stream.concat(looks, records)));
  }

  /** By the dossier where one was shown; that is also what was seen of it under another pupil. */
  private static boolean isAbout(
      Event event, List<Dossier> known, Set<@Nullable PupilId> registrations) {
    return event.dossier() == null
        ? registrations.contains(event.pupil())
        : known.stream().anyMatch(one -> one.id().equals(event.dossier()));
  }

  private static Log newest(boolean everybody, Stream<Line> lines) {
    List<Line> sorted =
        lines.sorted(Comparator.comparing(Line::at).reversed()).limit(MOST + 1L).toList();
    boolean cut = sorted.size() > MOST;
    return new Log(everybody, cut, cut ? sorted.subList(0, MOST) : sorted);
  }
}
