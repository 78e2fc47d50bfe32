package nl.meldcode.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.meldcode.Covers;
import nl.meldcode.application.School;
import org.junit.jupiter.api.Test;

/** What every keeper of reminders promises. */
public abstract class RemindersContract {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);

  /** The reminders under test, as they are found after a stop; empty when the test begins. */
  protected abstract Reminders reminders();

  @Test
  @Covers("P13")
  void aTurnIsTakenOnceADay() {
    assertThat(reminders().takeTurn(School.ANJA.id(), DAY)).isTrue();
    assertThat(reminders().takeTurn(School.ANJA.id(), DAY)).isFalse();
    assertThat(reminders().takeTurn(School.NORA.id(), DAY)).isTrue();
    reminders().giveBack(School.NORA.id(), DAY);

    assertThat(reminders().takeTurn(School.ANJA.id(), DAY)).isFalse();
    assertThat(reminders().takeTurn(School.NORA.id(), DAY)).isTrue();
    assertThat(reminders().takeTurn(School.ANJA.id(), DAY.plusDays(1))).isTrue();
  }

  @Test
  @Covers("P13")
  void aTurnOfAnotherDayIsNotGivenBack() {
    reminders().takeTurn(School.ANJA.id(), DAY);
    reminders().giveBack(School.ANJA.id(), DAY.minusDays(1));

    assertThat(reminders().takeTurn(School.ANJA.id(), DAY)).isFalse();
  }

  @Test
  @Covers("P13")
  void whatSomebodyWantsIsKeptWhateverTurnsAreTaken() {
    assertThat(reminders().wanted(School.ANJA.id())).isTrue();
    reminders().want(School.ANJA.id(), false);
    reminders().takeTurn(School.ANJA.id(), DAY);
    reminders().takeTurn(School.NORA.id(), DAY);

    assertThat(reminders().wanted(School.ANJA.id())).isFalse();
    assertThat(reminders().wanted(School.NORA.id())).isTrue();
    reminders().want(School.ANJA.id(), true);
    assertThat(reminders().wanted(School.ANJA.id())).isTrue();
    assertThat(reminders().takeTurn(School.ANJA.id(), DAY)).isFalse();
  }
}
