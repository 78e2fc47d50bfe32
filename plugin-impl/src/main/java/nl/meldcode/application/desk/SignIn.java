package nl.meldcode.application.desk;

import nl.meldcode.domain.emergency.EmergencyAccess;
import org.jspecify.annotations.Nullable;

/**
 * How somebody got in.
 *
 * @param fresh signed in at the host for this very purpose, just now
 * @param emergency what was opened of this pupil's, while that lasts
 */
public record SignIn(boolean fresh, @Nullable EmergencyAccess emergency) {
  /** As on any working day. */
  public static final SignIn ORDINARY = new SignIn(false, null);

  @Override
  public String toString() {
    return "SignIn";
  }
}
