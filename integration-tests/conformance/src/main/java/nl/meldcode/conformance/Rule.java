package nl.meldcode.conformance;

import java.io.IOException;

/**
 * One thing a host must do. What it says to people stands in the message file under its id.
 *
 * @param capability what the host must offer for the rule to apply; empty when it always does
 * @param writes whether looking at it leaves something on a record until it is cleaned up
 */
record Rule(String id, Level level, String capability, boolean writes, Check check) {

  /** Looks at a host. */
  @FunctionalInterface
  interface Check {
    /** Notes what is wrong; what says that there is nothing to look at makes the rule undecided. */
    void look(Host host, Findings findings) throws IOException;
  }

  /** A rule for every host. */
  static Rule always(String id, Check check) {
    return new Rule(id, Level.TABS, "", false, check);
  }

  /** A rule for a host that offers this. */
  static Rule with(String capability, String id, Check check) {
    return new Rule(id, Level.TABS, capability, false, check);
  }

  /** A rule about what is put on a record. */
  static Rule writing(String capability, String id, Check check) {
    return new Rule(id, Level.REPORTS, capability, true, check);
  }

  /** A rule about the feed of events. */
  static Rule ofEvents(boolean writes, String id, Check check) {
    return new Rule(id, Level.EVENTS, "events", writes, check);
  }
}
