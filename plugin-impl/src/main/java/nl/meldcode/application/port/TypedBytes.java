package nl.meldcode.application.port;

/** Bytes with their media type. They are not copied: nobody changes them. */
public final class TypedBytes {
  private final String mediaType;
  private final byte[] bytes;

  public TypedBytes(String mediaType, byte[] bytes) {
    this.mediaType = mediaType;
    this.bytes = bytes;
  }

  /** What they are. */
  public String mediaType() {
    return mediaType;
  }

  /** The bytes themselves. */
  public byte[] bytes() {
    return bytes;
  }
}
