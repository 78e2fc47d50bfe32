package nl.meldcode.application.port;

import java.util.List;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.school.SchoolLists;
import org.jspecify.annotations.Nullable;

/** The JSON form of a school's lists. */
public interface ListsJson {
  /** Reads what somebody sent, naming every unknown or misshapen member at once. */
  Read read(byte[] body);

  /** As they are kept. */
  byte[] write(SchoolLists lists);

  /**
   * Reads what was kept.
   *
   * @throws Tampered when it cannot be read
   */
  SchoolLists stored(byte[] kept);

  /**
   * What came of reading.
   *
   * @param lists null when it is no object at all; to be kept only when nothing is wrong
   */
  record Read(@Nullable SchoolLists lists, List<Fault> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }
}
