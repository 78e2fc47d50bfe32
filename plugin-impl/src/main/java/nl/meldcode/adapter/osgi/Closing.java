package nl.meldcode.adapter.osgi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, the last one first. For one thread at a time. */
final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
  private final Deque<Runnable> open = new ArrayDeque<>();

  /** Remembers to close this, and gives it back. */
  <T> T kept(T part, Consumer<T> close) {
    open.push(() -> close.accept(part));
    return part;
  }

  /** Closes everything once; a part that does not close well keeps no other open. */
  // The last line of a start or a stop: whatever comes up, the rest is closed (R12).
  @SuppressWarnings("IllegalCatch")
  void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().run();
      } catch (RuntimeException e) {
        LOG.error("a part did not close well", e);
      }
    }
  }
}
