package nl.meldcode.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Agreement;
import nl.meldcode.domain.entry.Correction;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.SafetyPlan;
import nl.meldcode.domain.entry.TaskDone;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What is done stays done in its own words, wherever these come to stand. */
class TasksTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);
  private final DossierId dossier = new DossierId(UUID.randomUUID());
  private final EntryId meeting = new EntryId(UUID.randomUUID());
  private final List<Recorded> entries = new ArrayList<>();

  @Test
  @Covers({"S3.2", "A.12.27"})
  void theTaskThatMovedUpIsNotDoneBecauseTheOneBeforeItWas() {
    EntryId plan = record(plan("Elke dag bellen.", "Brood op school."));
    record(done(plan, 1));
    record(new Correction(plan, "Hoort er niet in.", plan("Brood op school.")));

    assertThat(tasks()).containsExactly(tuple("Brood op school.", 1, false));
  }

  @Test
  @Covers({"S3.2", "A.12.27"})
  void theTaskThatWasDoneIsDoneAtItsNewPlaceToo() {
    EntryId plan = record(plan("Elke dag bellen.", "Brood op school."));
    record(done(plan, 2));
    record(new Correction(plan, "Hoort er niet in.", plan("Brood op school.")));
    assertThat(tasks()).containsExactly(tuple("Brood op school.", 1, true));

    record(done(plan, 1));
    record(new Correction(plan, "Toch wel.", plan("Elke dag bellen.", "Brood op school.")));
    assertThat(tasks())
        .containsExactly(tuple("Elke dag bellen.", 1, false), tuple("Brood op school.", 2, true));
  }

  @Test
  @Covers({"S3.2", "S3.3"})
  void whatWasDoneOfAReportIsDoneInItsNextVersion() {
    EntryId first = record(report("Elke dag bellen.", "Brood op school.", "Naar de huisarts."));
    record(done(first, 2));
    EntryId second = record(report("Brood op school.", "Elke week bellen.", "Naar de huisarts."));
    record(done(second, 3));
    record(report("Naar de huisarts.", "Brood op school.", "Elke dag bellen."));

    assertThat(tasks())
        .containsExactly(
            tuple("Naar de huisarts.", 1, true),
            tuple("Brood op school.", 2, true),
            tuple("Elke dag bellen.", 3, false));
  }

  @Test
  @Covers("S3.2")
  void ofTwoThatReadTheSameOnlyTheOneThatWasDoneIs() {
    EntryId plan = record(plan("Bellen.", "Bellen."));
    record(done(plan, 2));
    assertThat(tasks()).containsExactly(tuple("Bellen.", 1, false), tuple("Bellen.", 2, true));

    record(new Correction(plan, "Eén erbij.", plan("Kijken.", "Praten.", "Bellen.", "Bellen.")));
    assertThat(tasks())
        .containsExactly(
            tuple("Kijken.", 1, false),
            tuple("Praten.", 2, false),
            tuple("Bellen.", 3, true),
            tuple("Bellen.", 4, false));
  }

  private List<Tuple> tasks() {
    return Tasks.of(new Dossier(new SchoolId("99XX"), entries)).stream()
        .map(one -> tuple(one.task().what(), one.number(), one.done()))
        .toList();
  }

  private static SafetyPlan plan(String... agreements) {
    return new SafetyPlan(DAY, "Moeder.", "Slaan.", agreed(agreements), DAY, null);
  }

  private MeetingReport report(String... agreements) {
    return new MeetingReport(meeting, "Wij spraken.", null, agreed(agreements), null);
  }

  private static List<Agreement> agreed(String... all) {
    return Arrays.stream(all).map(what -> new Agreement(what, "school", DAY)).toList();
  }

  private static TaskDone done(EntryId source, int number) {
    return new TaskDone(source, number, DAY, null);
  }

  private EntryId record(Entry entry) {
    EntryId id = new EntryId(UUID.randomUUID());
    entries.add(
        new Recorded(
            dossier,
            entries.size() + 1L,
            id,
            Instant.parse("2026-02-09T11:00:00Z"),
            new PupilId(dossier.value()),
            new StaffId(UUID.randomUUID()),
            Role.IB,
            ProtocolId.of("scope-2013@1.0.0"),
            List.of(),
            entry));
    return id;
  }
}
