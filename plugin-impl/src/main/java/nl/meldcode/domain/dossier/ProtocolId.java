package nl.meldcode.domain.dossier;

/** Key and version of a protocol, such as {@code scope-2013@1.0.0}. */
public record ProtocolId(String key, String version) {
  /** Reads the form {@code key@version}; throws IllegalArgumentException for another form. */
  public static ProtocolId of(String text) {
    int at = text.indexOf('@');
    if (at < 1 || at == text.length() - 1) {
      throw new IllegalArgumentException("not key@version");
    }
    return new ProtocolId(text.substring(0, at), text.substring(at + 1));
  }

  @Override
  public String toString() {
    return key + "@" + version;
  }
}
