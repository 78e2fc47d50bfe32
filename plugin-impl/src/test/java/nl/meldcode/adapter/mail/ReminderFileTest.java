package nl.meldcode.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import nl.meldcode.Covers;
import nl.meldcode.application.School;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of reminders, over a stop. */
class ReminderFileTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);
  @TempDir private Path folder;

  @Test
  @Covers("P13")
  void aTurnIsTakenOnceADayAlsoAfterAStop() {
    ReminderFile first = ReminderFile.in(folder);
    assertThat(first.takeTurn(School.ANJA.id(), DAY)).isTrue();
    assertThat(first.takeTurn(School.ANJA.id(), DAY)).isFalse();
    assertThat(first.takeTurn(School.NORA.id(), DAY)).isTrue();
    first.giveBack(School.NORA.id(), DAY);

    ReminderFile again = ReminderFile.in(folder);
    assertThat(again.takeTurn(School.ANJA.id(), DAY)).isFalse();
    assertThat(again.takeTurn(School.NORA.id(), DAY)).isTrue();
    assertThat(again.takeTurn(School.ANJA.id(), DAY.plusDays(1))).isTrue();
  }

  @Test
  @Covers("P13")
  void whatSomebodyWantsIsKept() {
    ReminderFile first = ReminderFile.in(folder);
    assertThat(first.wanted(School.ANJA.id())).isTrue();
    first.want(School.ANJA.id(), false);
    assertThat(ReminderFile.in(folder).wanted(School.ANJA.id())).isFalse();
    assertThat(ReminderFile.in(folder).wanted(School.NORA.id())).isTrue();
    first.want(School.ANJA.id(), true);
    assertThat(ReminderFile.in(folder).wanted(School.ANJA.id())).isTrue();
  }

  @Test
  @Covers("P13")
  void aLineThatBrokeOffTakesNothingElseAway() throws IOException {
    ReminderFile first = ReminderFile.in(folder);
    first.want(School.ANJA.id(), false);
    Files.writeString(folder.resolve("reminders"), "\noff 1234", StandardOpenOption.APPEND);

    ReminderFile again = ReminderFile.in(folder);
    again.want(School.NORA.id(), false);
    assertThat(ReminderFile.in(folder).wanted(School.ANJA.id())).isFalse();
    assertThat(ReminderFile.in(folder).wanted(School.NORA.id())).isFalse();
  }
}
