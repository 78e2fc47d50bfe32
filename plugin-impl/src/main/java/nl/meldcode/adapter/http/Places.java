package nl.meldcode.adapter.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * So many requests at once, and a few that wait shortly for the place of one that ends. Those that
 * keep what somebody did go before those that look, and find room to wait where those no longer do.
 * Within each of the two, first come is first served. Safe for several threads.
 */
final class Places {
  private final ReentrantLock lock = new ReentrantLock();
  private final Line keeps;
  private final Line looks;
  private final Duration patience;
  private int free;

  /** Which line a request stands in; the first one goes first. */
  enum Turn {
    KEEPS,
    LOOKS
  }

  private static final class Line {
    private final Condition moved;
    private final int longest;
    private int waiting;

    Line(Condition moved, int longest) {
      this.moved = moved;
      this.longest = longest;
    }
  }

  /**
   * That many at once; of each kind as many more may wait, for so long at most.
   *
   * @param atOnce at least one
   */
  Places(int atOnce, Duration patience) {
    this.free = atOnce;
    this.patience = patience;
    this.keeps = new Line(lock.newCondition(), atOnce);
    this.looks = new Line(lock.newCondition(), atOnce);
  }

  /** Takes a place, which is to be left again; false when there is none soon enough. */
  boolean take(Turn turn) {
    lock.lock();
    try {
      if (isNext(turn) && line(turn).waiting == 0) {
        free--;
        return true;
      }
      return line(turn).waiting < line(turn).longest && waitFor(turn);
    } finally {
      lock.unlock();
    }
  }

  /** Gives the place to who waits longest. */
  void leave() {
    lock.lock();
    try {
      free++;
      tell();
    } finally {
      lock.unlock();
    }
  }

  private boolean waitFor(Turn turn) {
    Line line = line(turn);
    line.waiting++;
    try {
      long left = patience.toNanos();
      while (left > 0 && !isNext(turn)) {
        left = line.moved.awaitNanos(left);
      }
      boolean next = isNext(turn);
      free -= next ? 1 : 0;
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      line.waiting--;
      // Two places may have become free before the first who was told woke up.
      tell();
    }
  }

  /** Whether there is a place that nobody of a line before this one waits for. */
  private boolean isNext(Turn turn) {
    return free > 0 && (turn == Turn.KEEPS || keeps.waiting == 0);
  }

  private void tell() {
    if (free > 0) {
      (keeps.waiting > 0 ? keeps : looks).moved.signal();
    }
  }

  private Line line(Turn turn) {
    return switch (turn) {
      case KEEPS -> keeps;
      case LOOKS -> looks;
    };
  }
}
