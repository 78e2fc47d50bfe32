package nl.meldcode.referencehost.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role at a school; a teacher's role names the group. */
public record StaffRole(
    HostRole role,
    UUID schoolId,
    @Nullable UUID groupId,
    LocalDate beginDate,
    @Nullable LocalDate endDate) {}
