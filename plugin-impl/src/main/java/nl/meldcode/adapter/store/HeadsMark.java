package nl.meldcode.adapter.store;

/**
 * How far the file of heads goes.
 *
 * @param bytes its length
 * @param sha256 of all of them, in hexadecimal
 */
public record HeadsMark(long bytes, String sha256) {}
