package nl.meldcode.application.port;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.AccessLog.Event;

/** What stands in the access log, for those who may ask (C.7). Safe for use by several threads. */
public interface AccessHistory {
  /**
   * The newest wanted events of these schools, at most so many, newest first.
   *
   * @throws Tampered when a line is not what was written
   * @throws StoreUnavailable when it cannot be read
   */
  List<Event> newest(Set<SchoolId> schools, Predicate<Event> wanted, int most);
}
