package nl.meldcode.domain.linking;

import java.time.Instant;

/**
 * A link of a dossier was found, or no longer holds. Never changed.
 *
 * @param found false when it no longer holds
 */
public record LinkChange(Instant at, Link link, boolean found) {}
