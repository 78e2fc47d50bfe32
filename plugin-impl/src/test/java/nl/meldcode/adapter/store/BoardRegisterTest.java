package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.register.BoardReferral;
import nl.meldcode.sqlite.SqliteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardRegisterTest {
  private static final SchoolId SCHOOL = new SchoolId("99AA");
  private static final Instant AT = Instant.parse("2026-03-12T13:00:00.123Z");
  private final BoardReferral first = referral("2026-03-12T13:00:00.123Z");
  private final BoardReferral second = referral("2026-03-13T13:00:00Z");

  @TempDir private Path dir;

  @Test
  @Covers("O11")
  void referralsAreThereAfterRestartAtTheirOwnSchoolOnly() {
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().boardRegister().add(SCHOOL, second)).isEqualTo(second);
      assertThat(open.store().boardRegister().add(SCHOOL, first)).isEqualTo(first);
    }
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().boardRegister().of(SCHOOL)).containsExactly(first, second);
      assertThat(open.store().boardRegister().of(new SchoolId("99BB"))).isEmpty();
    }
  }

  @Test
  @Covers("R05")
  void whatWasAddedBeforeStaysAsItIs() {
    try (OpenStore open = new OpenStore(dir)) {
      open.store().boardRegister().add(SCHOOL, first);
      BoardReferral later = new BoardReferral(first.id(), AT.plusSeconds(60), first.writer());

      assertThat(open.store().boardRegister().add(SCHOOL, later)).isEqualTo(first);
      assertThat(open.store().boardRegister().of(SCHOOL)).containsExactly(first);
    }
  }

  @Test
  void whoWroteItStandsNowhereInTheClear() throws IOException {
    try (OpenStore open = new OpenStore(dir)) {
      open.store().boardRegister().add(SCHOOL, first);
      String writer = new String(Ids.bytes(first.writer().value()), ISO_8859_1);
      try (var files = Files.walk(dir.resolve("plugin")).filter(Files::isRegularFile)) {
        assertThat(files)
            .isNotEmpty()
            .allSatisfy(
                file ->
                    assertThat(Files.readString(file, ISO_8859_1))
                        .doesNotContain(writer, first.writer().toString()));
      }
    }
  }

  @Test
  @Covers("A02")
  void aReferralThatWasMovedInTimeIsNoticed() throws SQLException {
    try (OpenStore open = new OpenStore(dir)) {
      open.store().boardRegister().add(SCHOOL, first);
    }
    try (Connection connection = new SqliteFile(dir.resolve("plugin/meldcode.db")).open();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER board_referral_is_never_changed");
      statement.execute("UPDATE board_referral SET at = at + 1");
    }
    try (OpenStore open = new OpenStore(dir)) {
      assertThatExceptionOfType(Tampered.class)
          .isThrownBy(() -> open.store().boardRegister().of(SCHOOL));
    }
  }

  private static BoardReferral referral(String at) {
    return new BoardReferral(UUID.randomUUID(), Instant.parse(at), new StaffId(UUID.randomUUID()));
  }
}
