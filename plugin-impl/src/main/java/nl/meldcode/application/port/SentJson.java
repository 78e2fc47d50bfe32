package nl.meldcode.application.port;

import java.util.List;
import nl.meldcode.domain.entry.Fault;
import org.jspecify.annotations.Nullable;

/** Reads what somebody sent as JSON into a record. Safe for use by several threads. */
public interface SentJson {
  /** Reads it, naming every unknown or misshapen member at once. */
  <T extends Record> Read<T> read(Class<T> type, byte[] body);

  /**
   * What came of reading.
   *
   * @param sent null when it is no object at all; to be used only when nothing is wrong
   */
  record Read<T>(@Nullable T sent, List<Fault> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }
}
