package nl.meldcode.domain.dossier;

import java.util.HashSet;
import java.util.List;
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

  private record Key(EntryId source, int number) {}

  /** All tasks, oldest first; those of a report as its latest version has them. */
  public static List<Assigned> of(Dossier dossier) {
    Set<Key> done = new HashSet<>();
    dossier
        .all(TaskDone.class)
        .forEach(one -> done.add(new Key(one.entry().source(), one.entry().number())));
    Set<EntryId> latest = new HashSet<>();
    new Reports(dossier).latest().forEach(one -> latest.add(one.id()));
    return dossier.all(HoldsTasks.class).stream()
        .filter(
            one -> !(one.entry() instanceof MeetingReport) || latest.contains(one.recorded().id()))
        .flatMap(one -> tasks(one, done))
        .toList();
  }

  private static Stream<Assigned> tasks(Stated<HoldsTasks> stated, Set<Key> done) {
    Recorded source = stated.recorded();
    List<HoldsTasks.Task> tasks = stated.entry().tasks();
    return IntStream.rangeClosed(1, tasks.size())
        .mapToObj(
            number ->
                new Assigned(
                    source,
                    number,
                    tasks.get(number - 1),
                    done.contains(new Key(source.id(), number))));
  }
}
