package nl.meldcode.domain.entry;

/**
 * One thing that is wrong with what somebody sent.
 *
 * @param pointer JSON pointer into the request body (RFC 6901)
 * @param code message key under {@code fault.}, without any value that was sent
 */
public record Fault(String pointer, String code) {
  /** The same of a part of the body that stands at that pointer. */
  public Fault under(String parent) {
    return new Fault(parent + pointer, code);
  }
}
