package nl.meldcode.adapter.protocol;

/** A data file is refused: nothing of it is used. */
public final class UnreadableProtocol extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String pointer;
  private final String problem;

  UnreadableProtocol(String file, String pointer, String problem) {
    super(file + "#" + pointer + ": " + problem);
    this.file = file;
    this.pointer = pointer;
    this.problem = problem;
  }

  /** The file that was refused. */
  public String file() {
    return file;
  }

  /** Where in the file (RFC 6901); empty for the file as a whole. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong there. */
  public String problem() {
    return problem;
  }
}
