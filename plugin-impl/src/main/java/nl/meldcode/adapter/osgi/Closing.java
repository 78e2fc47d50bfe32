package nl.meldcode.adapter.osgi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Closes what was opened, the last one first. For one thread at a time. */
final class Closing {
  private final Deque<Runnable> open = new ArrayDeque<>();

  /** Remembers to close this, and gives it back. */
  <T> T kept(T part, Consumer<T> close) {
    open.push(() -> close.accept(part));
    return part;
  }

  /** Closes everything once. */
  void close() {
    while (!open.isEmpty()) {
      open.pop().run();
    }
  }
}
