package nl.meldcode.domain.school;

import java.time.Instant;
import nl.meldcode.api.StaffId;

/**
 * One version of the lists of a school; never changed.
 *
 * @param version from 1, without gaps
 * @param inForce false for what waits for somebody who approves it (A.12, 26)
 */
public record KeptLists(
    long version, Instant at, StaffId author, boolean inForce, SchoolLists lists) {}
