package nl.meldcode.domain.entry;

/**
 * One thing that is wrong with what somebody sent.
 *
 * @param pointer JSON pointer into the request body (RFC 6901)
 * @param code message key under {@code fault.}, without any value that was sent
 */
public record Fault(String pointer, String code) {}
