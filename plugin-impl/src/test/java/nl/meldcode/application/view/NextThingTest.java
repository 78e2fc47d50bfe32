package nl.meldcode.application.view;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.ILSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.meldcode.Covers;
import nl.meldcode.application.TestPlugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the overview asks first, and where its button leads. */
class NextThingTest {
  private final TestPlugin plugin = new TestPlugin();

  @BeforeEach
  void aDossierIsOpen() {
    plugin.recorded(
        ANJA,
        """
        {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Kwam zonder brood."}""");
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
  }

  private NextRow next() {
    NextRow next = plugin.view(ANJA).next();
    if (next == null) {
      throw new AssertionError("nothing comes next");
    }
    return next;
  }

  @Test
  @Covers({"P4", "S3.3"})
  void whatHasADateComesBeforeWhatHasNone() {
    assertThat(next().requirement()).isEqualTo("S1.7");

    plugin.recorded(
        ANJA,
        """
        {"kind":"ParentMeeting","on":"2026-02-09","place":"school",
         "schoolParticipants":["%s"],"guardiansPresent":["%s"],"points":[]}"""
            .formatted(ANJA.id(), ILSE));

    assertThat(next().requirement()).isEqualTo("S3.3");
    assertThat(next().dueOn()).isEqualTo(LocalDate.of(2026, 2, 23));
    plugin.school.goTo(LocalDate.of(2026, 2, 24));
    assertThat(next().requirement()).isEqualTo("S3.3");
  }
}
