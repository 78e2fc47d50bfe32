package nl.meldcode.application.port;

import java.util.Optional;

/** How far the feed of a host was followed. Safe for several threads. */
public interface HostPlace {
  /** The place; empty at the beginning. */
  Optional<String> of(String tenant);

  /**
   * Goes on from there next time; on disk when this returns.
   *
   * @throws StoreUnavailable when it cannot be written
   */
  void keep(String tenant, String cursor);
}
