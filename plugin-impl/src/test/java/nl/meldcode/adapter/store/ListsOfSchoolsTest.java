package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.school.KeptLists;
import nl.meldcode.domain.school.SchoolLists;
import nl.meldcode.domain.school.SchoolLists.Partner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsOfSchoolsTest {
  private static final SchoolId SCHOOL = new SchoolId("99AA");

  @TempDir private Path dir;

  @Test
  @Covers("S4.9")
  void everyVersionIsThereAfterRestartAtItsOwnSchoolOnly() {
    KeptLists first = kept(1, true, "Wijkteam Oost");
    KeptLists second = kept(2, false, "Wijkteam West");
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().lists().latest(SCHOOL)).isEmpty();
      assertThat(open.store().lists().add(SCHOOL, first)).isTrue();
      assertThat(open.store().lists().add(SCHOOL, second)).isTrue();
      assertThat(open.store().lists().latest(SCHOOL)).contains(second);
    }
    try (OpenStore open = new OpenStore(dir)) {
      assertThat(open.store().lists().inForce(SCHOOL)).contains(first);
      assertThat(open.store().lists().latest(SCHOOL)).contains(second);
      assertThat(open.store().lists().latest(new SchoolId("99BB"))).isEmpty();
    }
  }

  @Test
  @Covers("R05")
  void aVersionThatIsThereStaysAsItIs() {
    try (OpenStore open = new OpenStore(dir)) {
      KeptLists first = kept(1, true, "Wijkteam Oost");
      open.store().lists().add(SCHOOL, first);

      assertThat(open.store().lists().add(SCHOOL, kept(1, true, "Wijkteam West"))).isFalse();
      assertThat(open.store().lists().latest(SCHOOL)).contains(first);
    }
  }

  @Test
  void namesStandNowhereInTheClear() throws IOException {
    try (OpenStore open = new OpenStore(dir)) {
      open.store().lists().add(SCHOOL, kept(1, true, "Wijkteam Oost"));
      try (var files = Files.walk(dir.resolve("plugin")).filter(Files::isRegularFile)) {
        assertThat(files)
            .isNotEmpty()
            .allSatisfy(
                file -> assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("Wijkteam"));
      }
    }
  }

  private static KeptLists kept(int version, boolean inForce, String partner) {
    return new KeptLists(
        version,
        Instant.parse("2026-03-12T13:00:00.123Z"),
        new StaffId(UUID.randomUUID()),
        inForce,
        new SchoolLists(
            List.of("Vaak moe"), List.of(new Partner(partner, null, "050 123 45 67", true))));
  }
}
