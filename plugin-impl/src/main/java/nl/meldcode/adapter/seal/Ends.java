package nl.meldcode.adapter.seal;

/**
 * How far everything went.
 *
 * @param headBytes length of the file of heads
 * @param headSha256 over all of it, in hexadecimal
 * @param erasedBytes length of the file of erasures
 * @param erasedSha256 over all of it, in hexadecimal
 * @param logLines number of the last line of the access log
 * @param logHash its hash, in hexadecimal
 */
public record Ends(
    long headBytes,
    String headSha256,
    long erasedBytes,
    String erasedSha256,
    long logLines,
    String logHash) {}
