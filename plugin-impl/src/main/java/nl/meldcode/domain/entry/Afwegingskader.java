package nl.meldcode.domain.entry;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Questions 2 to 4 of the afwegingskader and the two decisions of step 5 (B2.Q2 to B2.Q4, B3;
 * Besluit of 1 January 2019).
 *
 * @param unsafe acute or structural unsafety; in doubt counts as yes in education
 * @param unsafeGround on what that answer rests
 * @param effectiveHelp the school, or somebody it works with, can offer effective help
 * @param helpAccepted those involved accept the help and commit to it
 * @param reportNecessary decision 1
 * @param helpPossible decision 2, whatever decision 1 is
 * @param deviation why decision 1 departs from the norm (B3.3)
 */
public record Afwegingskader(
    @Nullable Unsafe unsafe,
    @Nullable @Size(max = Text.LONG) String unsafeGround,
    @Nullable Boolean effectiveHelp,
    @Nullable Boolean helpAccepted,
    @Nullable Boolean reportNecessary,
    @Nullable Boolean helpPossible,
    @Nullable @Size(max = Text.LONG) String deviation) {
  /** Answer to question 2. */
  public enum Unsafe {
    ACUTE,
    STRUCTURAL,
    IN_DOUBT,
    NO
  }

  /** Question 2 has an answer, and what it rests on where it is not "no". */
  public boolean unsafeAnswered() {
    return unsafe != null && (unsafe == Unsafe.NO || Text.given(unsafeGround));
  }

  /** The child is unsafe, or may be. */
  public boolean mayBeUnsafe() {
    return unsafe != null && unsafe != Unsafe.NO;
  }

  /** Question 4 has an answer, or question 3 leaves nothing to accept. */
  public boolean acceptanceAnswered() {
    return helpAccepted != null || Boolean.FALSE.equals(effectiveHelp);
  }

  /** By the norm a report is made: unsafe, or no help that works or is accepted (B.3). */
  public boolean asksReport() {
    return mayBeUnsafe()
        || Boolean.FALSE.equals(effectiveHelp)
        || Boolean.FALSE.equals(helpAccepted);
  }

  /** What both decisions come to; null while one is not taken. */
  Decision.@Nullable Choice choice() {
    if (reportNecessary == null || helpPossible == null) {
      return null;
    }
    if (reportNecessary) {
      return Decision.Choice.REPORT;
    }
    return helpPossible ? Decision.Choice.ORGANISE_HELP : Decision.Choice.NO_FURTHER_ACTION;
  }

  @Override
  public String toString() {
    return "Afwegingskader";
  }
}
