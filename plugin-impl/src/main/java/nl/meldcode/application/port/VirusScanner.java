package nl.meldcode.application.port;

/** Looks for viruses in what somebody sent. */
public interface VirusScanner {
  /** Where none is configured: everything passes, which the configuration says. */
  VirusScanner NONE = bytes -> Verdict.CLEAN;

  /** Looks, within a time limit. */
  Verdict scan(byte[] bytes);

  /** What it said. */
  enum Verdict {
    CLEAN,
    INFECTED,
    /** Down, too slow, or nothing that can be understood: the file may not be kept. */
    NO_ANSWER
  }
}
