package nl.meldcode.application.port;

import java.util.List;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of entries, with the content version of each kind: one registry for wire and store.
 */
public interface EntryJson {
  /** Reads what somebody sent, naming every unknown or misshapen member at once. */
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

  /**
   * What came of reading.
   *
   * @param entry what could be read, with faulty members left out; null when not even the kind is
   *     known. To be recorded only when nothing is wrong
   * @param faults what is wrong with the form; meaning is checked elsewhere
   */
  record Read(@Nullable Entry entry, List<Fault> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }
}
