package nl.meldcode.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Staff sessions and the contexts within them, kept by the hash of their secret ids. Idle 20
 * minutes or 8 hours old, a session is gone.
 */
public interface Sessions {
  /** Marks a launch token as used; true for the first one only, also when many ask at once. */
  boolean useOnce(String issuer, String tokenId, Instant until);

  /** Whether a launch token was used; asking leaves it as it is. */
  boolean wasUsed(String issuer, String tokenId);

  /** Begins a session and gives its secret id: 256 random bits as text. */
  String begin(Session session);

  /** The session, if it still lives; asking keeps it alive. */
  Optional<Session> find(String secret, Instant now);

  /** Ends a session with its contexts. */
  void end(String secret);

  /** Ends the sessions of this person that one sign-in at the host opened, in whole seconds. */
  void endAll(String tenant, StaffId staff, Instant authenticatedAt);

  /** Opens a context in a session and gives its id, for use in addresses. */
  String open(String secret, Context context, Instant now);

  /** The context, when it belongs to this session. */
  Optional<Context> context(String secret, String contextId);

  /**
   * Who is working.
   *
   * @param authenticatedAt sign-in at the host
   * @param began the launch that began the session
   */
  record Session(String tenant, StaffId staff, Instant authenticatedAt, Instant began) {
    private static final Duration JUST = Duration.ofSeconds(60);
    private static final Duration TYPING = Duration.ofMinutes(5);

    /** A sign-in for this very purpose: at most a minute before the launch, which was just now. */
    public boolean isFresh(Instant now) {
      return !authenticatedAt.isBefore(began.minus(JUST)) && now.isBefore(began.plus(TYPING));
    }
  }

  /**
   * What one frame shows: one pupil at one school, or none.
   *
   * @param dossier of that pupil's, when it is not simply the last one
   */
  record Context(
      SchoolId school, @Nullable PupilId pupil, Locale locale, @Nullable DossierId dossier) {
    /** As a host opens it. */
    public Context(SchoolId school, @Nullable PupilId pupil, Locale locale) {
      this(school, pupil, locale, null);
    }

    /** The same frame with one dossier of its pupil chosen. */
    public Context choosing(DossierId chosen) {
      return new Context(school, pupil, locale, chosen);
    }
  }
}
