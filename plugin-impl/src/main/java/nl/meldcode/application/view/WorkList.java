package nl.meldcode.application.view;

import java.time.LocalDate;
import java.util.List;

/**
 * What one person has to do at a school.
 *
 * @param rows late ones first, then by day and pupil
 * @param damaged marks of dossiers that cannot be read, for who reads every dossier of the school;
 *     whom they are about cannot be read either
 * @param unanswered of how many pupils the host says nothing now, so that theirs is not among it;
 *     only of dossiers that the reader may know of
 * @param mayPractise whether the reader is let to the pupil who does not exist
 */
public record WorkList(
    LocalDate today,
    String school,
    List<WorkRow> rows,
    List<String> damaged,
    int unanswered,
    boolean mayPractise) {
  public WorkList {
    rows = List.copyOf(rows);
    damaged = List.copyOf(damaged);
  }

  @Override
  public String toString() {
    return "WorkList";
  }
}
