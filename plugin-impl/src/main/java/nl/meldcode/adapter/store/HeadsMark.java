package nl.meldcode.adapter.store;

/**
 * How far the file of heads, or that of erasures, goes.
 *
 * @param bytes its length
 * @param sha256 of all of them, in hexadecimal
 */
public record HeadsMark(long bytes, String sha256) {}
