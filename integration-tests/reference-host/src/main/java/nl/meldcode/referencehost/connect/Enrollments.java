package nl.meldcode.referencehost.connect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.referencehost.model.Enrollment;
import nl.meldcode.referencehost.model.RosterData;

/** Moves of a pupil between groups: a row ends, and another begins (Host Connect 6.2). */
final class Enrollments {
  private Enrollments() {}

  static RosterData moved(RosterData data, UUID pupil, UUID group, LocalDate on) {
    List<Enrollment> rows = new ArrayList<>(ended(data, pupil, on.minusDays(1)).enrollments());
    data.enrollments().stream()
        .filter(one -> runs(one, pupil))
        .findFirst()
        .map(
            one ->
                new Enrollment(
                    pupil, one.schoolId(), group, one.yearLevel(), on, null, one.kind(), true))
        .ifPresent(rows::add);
    return data.withEnrollments(rows);
  }

  static RosterData ended(RosterData data, UUID pupil, LocalDate on) {
    return data.withEnrollments(
        data.enrollments().stream()
            .map(
                one ->
                    runs(one, pupil)
                        ? new Enrollment(
                            pupil,
                            one.schoolId(),
                            one.groupId(),
                            one.yearLevel(),
                            one.beginDate(),
                            on,
                            one.kind(),
                            one.primary())
                        : one)
            .toList());
  }

  private static boolean runs(Enrollment one, UUID pupil) {
    return one.pupilId().equals(pupil) && one.endDate() == null;
  }
}
