package nl.meldcode.adapter.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Consultation;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.Participant;
import nl.meldcode.domain.entry.Signal;
import org.junit.jupiter.api.Test;

class ConstraintShapesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 9);
  private final ConstraintShapes shapes =
      new ConstraintShapes(
          Clock.fixed(Instant.parse("2026-02-09T22:59:00Z"), ZoneId.of("Europe/Amsterdam")));

  @Test
  void missingTooLongAndFutureAreNamedTogether() {
    Signal signal =
        new Signal(
            TODAY.plusDays(1),
            null,
            Signal.Source.SELF,
            null,
            "p".repeat(201),
            " ",
            null,
            null,
            false,
            null,
            null,
            List.of(),
            List.of());

    assertThat(shapes.faults(signal))
        .containsExactly(
            new Fault("/facts", "answer.missing"),
            new Fault("/observedOn", "date.future"),
            new Fault("/place", "text.tooLong"));
  }

  @Test
  void todayIsTheSchoolsTodayAlsoJustBeforeMidnight() {
    Signal signal =
        new Signal(
            TODAY,
            null,
            Signal.Source.SELF,
            null,
            null,
            "zag het",
            null,
            null,
            false,
            null,
            null,
            List.of(),
            List.of());

    assertThat(shapes.faults(signal)).isEmpty();
  }

  @Test
  void aFaultOfAnElementIsPointedAt() {
    Consultation talk =
        new Consultation(
            ConsultLevel.PEER,
            TODAY,
            List.of(new Participant(null, "n".repeat(300), null), new Participant(null, "x", null)),
            "vraag",
            "uitkomst",
            Set.of(),
            null,
            null,
            List.of());

    assertThat(shapes.faults(talk))
        .containsExactly(new Fault("/participants/0/name", "text.tooLong"));
  }
}
