package nl.meldcode.application.port;

import java.time.Instant;
import java.util.List;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/** The host's feed of what changed, in order; it is the truth, whatever else was sent (6.5). */
public interface HostEvents {
  /**
   * What came after that place.
   *
   * @param cursor as it was given with the page before; null for the beginning
   * @throws HostUnavailable to try again
   * @throws HostRefused when the host has no such feed
   * @throws PlaceUnknown when it has one, without that place
   */
  Page after(@Nullable String cursor);

  /**
   * Some events, oldest first.
   *
   * @param next where to go on; null when nothing was given, so that the place before still counts
   */
  record Page(List<Change> changes, @Nullable String next) {
    public Page {
      changes = List.copyOf(changes);
    }
  }

  /** What an event says has changed. It is thin: what it is now, is asked. */
  sealed interface Change {}

  /** Something about one pupil: enrolment, family, authority. */
  record OfPupil(PupilId pupil) implements Change {}

  /** Something about the people who work there. */
  record OfStaff() implements Change {}

  /**
   * Somebody signed out at the host: what that sign-in opened here ends too (Host Connect 3.2, R7).
   *
   * @param since the moment of that sign-in, in whole seconds
   */
  record SignedOut(StaffId staff, Instant since) implements Change {}

  /** Something that reaches further than one pupil, such as a merge or a new school year. */
  record OfMany() implements Change {}

  /** Nothing that this plugin looks at. */
  record OfOthers() implements Change {}
}
