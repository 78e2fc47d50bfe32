package nl.meldcode.referencehost.model;

/** The bytes of a document or an answer; nobody changes them. */
public final class Content {
  private final byte[] bytes;

  public Content(byte[] bytes) {
    this.bytes = bytes;
  }

  public byte[] bytes() {
    return bytes;
  }
}
