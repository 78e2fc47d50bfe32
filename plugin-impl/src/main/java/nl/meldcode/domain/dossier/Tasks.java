package nl.meldcode.domain.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.entry.HoldsTasks;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.TaskDone;

/** What people were given to do in a dossier, and what of it is done (S2.8, S3.2, S6.7c). */
public final class Tasks {
  private Tasks() {}

  /**
   * One task.
   *
   * @param number its place in the entry, from 1
   */
  public record Assigned(Recorded source, int number, HoldsTasks.Task task, boolean done) {
    @Override
    public String toString() {
      return "Assigned[" + source.id() + ", " + number + "]";
    }
  }

  /** Its place and its words on the day it was done; a correction or a version can change both. */
  private record Done(int number, String what) {
    @Override
    public String toString() {
      return "Done[" + number + "]";
    }
  }

  /** All tasks, oldest first; those of a report as its latest version has them. */
  public static List<Assigned> of(Dossier dossier) {
    Map<EntryId, Set<Done>> done = done(dossier);
    Set<EntryId> latest = new HashSet<>();
    new Reports(dossier).latest().forEach(one -> latest.add(one.id()));
    return dossier.all(HoldsTasks.class).stream()
        .filter(
            one -> !(one.entry() instanceof MeetingReport) || latest.contains(one.recorded().id()))
        .flatMap(one -> tasks(one, done.getOrDefault(agreedIn(one), Set.of())))
        .toList();
  }

  private static Map<EntryId, Set<Done>> done(Dossier dossier) {
    Map<EntryId, Set<Done>> done = new HashMap<>();
    for (Stated<TaskDone> one : dossier.all(TaskDone.class)) {
      int number = one.entry().number();
      dossier.until(one.recorded().seq()).all(HoldsTasks.class).stream()
          .filter(source -> source.recorded().id().equals(one.entry().source()))
          .filter(source -> number <= source.entry().tasks().size())
          .forEach(
              source ->
                  done.computeIfAbsent(agreedIn(source), id -> new HashSet<>())
                      .add(new Done(number, source.entry().tasks().get(number - 1).what())));
    }
    return done;
  }

  /** All versions of a report tell of one talk. */
  private static EntryId agreedIn(Stated<HoldsTasks> source) {
    return source.entry() instanceof MeetingReport report
        ? report.meeting()
        : source.recorded().id();
  }

  private static Stream<Assigned> tasks(Stated<HoldsTasks> stated, Set<Done> done) {
    List<HoldsTasks.Task> tasks = stated.entry().tasks();
    List<Done> moved = new ArrayList<>(done);
    moved.removeIf(
        one ->
            one.number() <= tasks.size() && tasks.get(one.number() - 1).what().equals(one.what()));
    List<Assigned> all = new ArrayList<>();
    IntStream.rangeClosed(1, tasks.size())
        .forEach(
            number -> {
              HoldsTasks.Task task = tasks.get(number - 1);
              boolean isDone =
                  done.contains(new Done(number, task.what())) || take(task.what(), moved);
              all.add(new Assigned(stated.recorded(), number, task, isDone));
            });
    return all.stream();
  }

  /** Of two that read the same, one that was done elsewhere stands for one. */
  private static boolean take(String what, List<Done> moved) {
    return moved.stream()
        .filter(one -> one.what().equals(what))
        .findFirst()
        .filter(moved::remove)
        .isPresent();
  }
}
