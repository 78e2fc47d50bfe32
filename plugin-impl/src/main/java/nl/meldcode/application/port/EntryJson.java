package nl.meldcode.application.port;

import java.util.List;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.Kind;

/**
 * The JSON form of entries, with the content version of each kind: one registry for wire and store.
 */
public interface EntryJson {
  /** Reads what somebody sent, naming every unknown, missing or misshapen member at once. */
  Read read(byte[] body);

  /** The fields of an entry as JSON object, without its kind. */
  byte[] write(Entry entry);

  /** The content version in which a kind is written now. */
  int version(Kind kind);

  /**
   * Reads a stored entry of an earlier or the present content version.
   *
   * @throws Tampered when it cannot be read
   */
  Entry stored(String kind, int version, byte[] fields);

  /** What came of reading. */
  sealed interface Read {
    /** An entry of a known shape. */
    record Good(Entry entry) implements Read {}

    /** All that is wrong with it. */
    record Bad(List<Fault> faults) implements Read {
      public Bad {
        faults = List.copyOf(faults);
      }
    }
  }
}
