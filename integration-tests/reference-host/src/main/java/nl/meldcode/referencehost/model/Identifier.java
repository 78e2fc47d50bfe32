package nl.meldcode.referencehost.model;

/** One of the identifiers of a pupil, school or member of staff. */
public record Identifier(String system, String value) {}
