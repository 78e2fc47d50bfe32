package nl.meldcode.adapter.rest.problem;

/**
 * One fault in a body.
 *
 * @param pointer JSON pointer (RFC 6901) into the body; empty for the body as a whole
 * @param code message key for the pages
 * @param detail for developers; never holds the rejected value, which may be personal data
 */
public record Violation(String pointer, String code, String detail) {}
