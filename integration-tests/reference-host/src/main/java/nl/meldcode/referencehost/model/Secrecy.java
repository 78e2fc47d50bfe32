package nl.meldcode.referencehost.model;

/** What must not be told about a person. */
public record Secrecy(boolean address, boolean phone, boolean whole) {
  public static final Secrecy NONE = new Secrecy(false, false, false);
  public static final Secrecy OF_ADDRESS = new Secrecy(true, false, false);
}
