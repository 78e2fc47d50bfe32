package nl.meldcode.application.health;

import java.time.Duration;
import java.util.Optional;

/**
 * What was noticed of a host while it was called.
 *
 * @param open the number of kinds of calls that are not made now, because they keep failing
 * @param sinceAnswer how long ago it answered; empty when it never did
 * @param skew how far its clock is from this machine's, either way; empty when it never said
 */
public record HostSight(int open, Optional<Duration> sinceAnswer, Optional<Duration> skew) {}
