package nl.meldcode.domain.entry;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/** An entry in which somebody was given something to do. */
public sealed interface HoldsTasks extends Entry
    permits Consultation, MeetingReport, SafetyPlan, VeiligThuisFeedback {
  /** What was agreed, in the order of the entry. */
  List<Task> tasks();

  /** Agreements as tasks. */
  static List<Task> of(List<Agreement> agreements) {
    return agreements.stream()
        .map(one -> new Task(one.what(), null, one.who(), one.dueOn()))
        .toList();
  }

  /**
   * One thing to do.
   *
   * @param owner null where the one who does it is named in words only
   * @param who who does it, in words; null where the owner says it
   */
  record Task(
      String what, @Nullable StaffId owner, @Nullable String who, @Nullable LocalDate dueOn) {
    @Override
    public String toString() {
      return "Task";
    }
  }
}
