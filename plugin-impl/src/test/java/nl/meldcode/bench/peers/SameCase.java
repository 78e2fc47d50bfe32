package nl.meldcode.bench.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;

/**
 * A case of five steps in which 25 kinds of entry are asked for, each once; a step is asked for
 * once the one before it is complete.
 */
final class SameCase {
  private static final List<Kind> KINDS =
      List.of(
          Kind.SIGNAL,
          Kind.SIGNAL_OVERVIEW,
          Kind.CLASSROOM_ACTION,
          Kind.SIGNAL_CHECKLIST,
          Kind.BALANCE_ANALYSIS,
          Kind.INSTRUMENT_RESULT,
          Kind.CHILD_CHECK,
          Kind.CONSULTATION,
          Kind.EXTERNAL_CONSULTATION,
          Kind.FLAG_ASSESSMENT,
          Kind.COACH_NAMED,
          Kind.GROWTH_DOCUMENT_DECISION,
          Kind.PARENT_MEETING,
          Kind.HELP_OFFER,
          Kind.ADDED_BY_HAND,
          Kind.GUARDIAN_CONFIRMED,
          Kind.DOSSIER_REVIEW,
          Kind.INTERNAL_INQUIRY,
          Kind.WEIGHING,
          Kind.DECISION,
          Kind.HELP_ARRANGEMENT,
          Kind.HELP_EVALUATION,
          Kind.INVOLVED_INFORMED,
          Kind.PUPIL_INFORMED,
          Kind.SAFETY_PLAN);

  private SameCase() {}

  /** In the order in which they are recorded. */
  static List<Kind> kinds() {
    return KINDS;
  }

  /** What each step asks for. */
  static Map<Step, List<Kind>> steps() {
    Map<Step, List<Kind>> steps =
        KINDS.stream()
            .collect(
                Collectors.groupingBy(
                    kind -> Objects.requireNonNull(kind.step()),
                    TreeMap::new,
                    Collectors.toCollection(ArrayList::new)));
    if (!List.copyOf(steps.keySet()).equals(Step.NUMBERED)) {
      throw new IllegalStateException("not the five steps: " + steps.keySet());
    }
    return steps;
  }

  /** Latencies of one side, in nanoseconds. */
  record Times(List<Long> recording, List<Long> asking) {
    static Times none() {
      return new Times(new ArrayList<>(), new ArrayList<>());
    }

    void add(Times more) {
      recording.addAll(more.recording);
      asking.addAll(more.asking);
    }

    static double middleMicros(List<Long> nanos) {
      long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2] / 1_000.0;
    }
  }

  /** Goes through a whole case, with the question what is missing after each entry. */
  static Times run(Peer peer) {
    Times times = Times.none();
    Peer.Case one = peer.begin();
    for (Kind kind : KINDS) {
      Runnable record = one.toRecord(kind.jsonName());
      long start = System.nanoTime();
      record.run();
      long recorded = System.nanoTime();
      one.missing();
      times.recording.add(recorded - start);
      times.asking.add(System.nanoTime() - recorded);
    }
    one.close();
    return times;
  }
}
