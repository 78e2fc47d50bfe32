package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.EmergencyAccesses;
import nl.meldcode.domain.emergency.EmergencyAccess;
import nl.meldcode.domain.emergency.EmergencyAccess.Review;
import nl.meldcode.sqlite.SqliteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmergencyRowsTest {
  private static final SchoolId SCHOOL = new SchoolId("99AA");
  private static final Instant AT = Instant.parse("2026-03-12T13:00:00.123Z");
  private static final PupilId PUPIL = new PupilId(UUID.randomUUID());
  private static final EmergencyAccess ACCESS =
      new EmergencyAccess(
          UUID.randomUUID(),
          AT,
          new StaffId(UUID.randomUUID()),
          PUPIL,
          new DossierId(UUID.randomUUID()),
          "Vader staat op het plein.",
          null);
  private static final Review REVIEW =
      new Review(AT.plusSeconds(7), new StaffId(UUID.randomUUID()), false, "Had kunnen wachten.");

  @TempDir private Path dir;

  @Test
  @Covers("A04")
  void anAccessAndItsReviewAreThereAfterRestartAtTheirOwnSchoolOnly() {
    EmergencyAccess none =
        new EmergencyAccess(
            UUID.randomUUID(), AT.plusSeconds(1), ACCESS.staff(), PUPIL, null, "é", null);
    try (OpenStore open = new OpenStore(dir)) {
      EmergencyAccesses all = open.store().emergencies();
      assertThat(all.of(SCHOOL)).isEmpty();
      assertThat(all.add(SCHOOL, ACCESS)).isEqualTo(ACCESS);
      assertThat(all.add(SCHOOL, none)).isEqualTo(none);
      assertThat(all.review(SCHOOL, ACCESS.id(), REVIEW)).isTrue();
      assertThat(all.review(SCHOOL, ACCESS.id(), REVIEW)).isFalse();
      assertThat(all.review(SCHOOL, UUID.randomUUID(), REVIEW)).isFalse();
      assertThat(all.of(SCHOOL)).containsExactly(ACCESS.reviewed(REVIEW), none);
    }
    try (OpenStore open = new OpenStore(dir)) {
      EmergencyAccesses all = open.store().emergencies();
      assertThat(all.of(SCHOOL)).containsExactly(ACCESS.reviewed(REVIEW), none);
      assertThat(all.of(new SchoolId("99BB"))).isEmpty();
      assertThat(all.open(SCHOOL, ACCESS.staff(), PUPIL, AT.plusSeconds(3600))).contains(none);
      assertThat(all.open(SCHOOL, ACCESS.staff(), PUPIL, AT.plusSeconds(3601))).isEmpty();
    }
  }

  @Test
  @Covers("S23")
  void noReasonAndNobodysNameStandsInTheClear() throws IOException {
    try (OpenStore open = new OpenStore(dir)) {
      open.store().emergencies().add(SCHOOL, ACCESS);
      open.store().emergencies().review(SCHOOL, ACCESS.id(), REVIEW);
      try (var files = Files.walk(dir.resolve("plugin")).filter(Files::isRegularFile)) {
        assertThat(files)
            .isNotEmpty()
            .allSatisfy(
                file ->
                    assertThat(Files.readString(file, ISO_8859_1))
                        .doesNotContain(
                            "plein",
                            "wachten",
                            ACCESS.staff().toString(),
                            PUPIL.toString(),
                            new String(Ids.bytes(PUPIL.value()), ISO_8859_1)));
      }
    }
  }

  @Test
  @Covers("A02")
  void whatWasMovedInTimeIsNoticed() throws SQLException {
    for (String table : new String[] {"emergency_access", "emergency_review"}) {
      Path data = dir.resolve(table);
      try (OpenStore open = new OpenStore(data)) {
        open.store().emergencies().add(SCHOOL, ACCESS);
        open.store().emergencies().review(SCHOOL, ACCESS.id(), REVIEW);
      }
      try (Connection connection = new SqliteFile(data.resolve("plugin/meldcode.db")).open();
          Statement statement = connection.createStatement()) {
        statement.execute("DROP TRIGGER " + table + "_is_never_changed");
        statement.execute("UPDATE " + table + " SET at = at + 1");
      }
      try (OpenStore open = new OpenStore(data)) {
        assertThat(open.store().emergencies().of(SCHOOL)).as("it opens nothing").isEmpty();
        assertThat(open.store().damaged()).isEqualTo(1);
      }
    }
  }
}
