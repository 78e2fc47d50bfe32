package nl.meldcode.bench.peers;

import java.util.Set;

/** What keeps cases of the protocol of {@link SameCase}, and says what is missing in each. */
interface Peer {
  /** Begins a case that is durable when this returns. */
  Case begin();

  /** One case. Used by one thread at a time. */
  interface Case {
    /** Names of the kinds that are asked for in the step that it has come to. */
    Set<String> missing();

    /** Makes ready, outside what is measured, to record that kind next. */
    Runnable toRecord(String kind);

    /** Ends it when everything was recorded. */
    void close();
  }
}
