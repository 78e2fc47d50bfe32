package nl.meldcode.application.port;

import java.time.Instant;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * What a host states in a launch token that was found genuine (Host Connect 3.1, item 3). A claim
 * of context, never of rights: the roles in the token are not even read.
 *
 * @param issuer the host tenant; with {@code tokenId} it names the token, which is good for once
 * @param pupil null exactly when the tab is not about a pupil
 * @param authenticatedAt moment at which the person logged in at the host
 * @param window whether the host opens a window of its own instead of a frame
 */
public record LaunchClaims(
    String issuer,
    String tokenId,
    String tenant,
    StaffId staff,
    SchoolId school,
    @Nullable PupilId pupil,
    Tab tab,
    String locale,
    Instant authenticatedAt,
    Instant expiresAt,
    boolean window) {}
