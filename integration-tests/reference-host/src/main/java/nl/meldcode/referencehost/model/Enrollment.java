package nl.meldcode.referencehost.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pupil's place in a group. */
public record Enrollment(
    UUID pupilId,
    UUID schoolId,
    UUID groupId,
    int yearLevel,
    LocalDate beginDate,
    @Nullable LocalDate endDate,
    String kind,
    boolean primary) {}
