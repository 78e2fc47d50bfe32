package nl.meldcode.adapter.audit;

/**
 * A line of the access log.
 *
 * @param number 0 for the place before the first
 * @param hash in hexadecimal, over all up to it
 */
public record LogEnd(long number, String hash) {}
