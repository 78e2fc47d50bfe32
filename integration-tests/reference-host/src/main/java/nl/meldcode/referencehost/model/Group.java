package nl.meldcode.referencehost.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A class of a school year. */
public record Group(
    UUID id,
    UUID schoolId,
    String name,
    String kind,
    int yearLevel,
    String schoolYear,
    List<UUID> staffIds,
    String status,
    Instant lastModifiedAt) {}
