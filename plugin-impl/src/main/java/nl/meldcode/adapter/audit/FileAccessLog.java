package nl.meldcode.adapter.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.files.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access log in {@code plugin/access}. Who waits while another thread syncs is served by the
 * next sync together with all others who wait.
 */
public final class FileAccessLog implements AccessLog, Closeable {
  /** The school under whose key an event is sealed that belongs to none. */
  static final SchoolId NOBODYS = new SchoolId("node");

  private static final Logger LOG = LoggerFactory.getLogger(FileAccessLog.class);
  private final Vault vault;
  private final Clock clock;
  private final Path folder;
  private final Segments segments;
  private final EventForm form = new EventForm();
  private final ReentrantLock committing = new ReentrantLock();
  private final Object joining = new Object();
  private Group open = new Group();

  /** Events that share a sync, and what became of it: nothing, or why it failed. */
  private static final class Group {
    private final List<Event> events = new ArrayList<>();
    private final CompletableFuture<Optional<Exception>> outcome = new CompletableFuture<>();
  }

  private FileAccessLog(Path folder, Segments segments, Vault vault, Clock clock) {
    this.folder = folder;
    this.segments = segments;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Opens the log of a data directory, after its last whole line. An unfinished line was never
   * acknowledged; it is cut off, and that is noted in the log itself.
   *
   * @throws StartRefused when the last line is not one
   */
  public static FileAccessLog open(Path dataDir, Vault vault, Clock clock) {
    try {
      Path folder = AccessReader.folder(dataDir);
      FileAccessLog log = new FileAccessLog(folder, new Segments(folder), vault, clock);
      log.noteCut();
      return log;
    } catch (IOException | Tampered e) {
      throw new StartRefused("the access log cannot be continued; restore plugin/access", e);
    }
  }

  @Override
  public void write(Event event) {
    Group group;
    boolean first;
    synchronized (joining) {
      group = open;
      first = group.events.isEmpty();
      group.events.add(event);
    }
    if (first) {
      commit(group);
    }
    Optional<Exception> failure = group.outcome.join();
    if (failure.isPresent()) {
      throw unavailable(failure.get());
    }
  }

  private StoreUnavailable unavailable(Exception failure) {
    return new StoreUnavailable(Room.inTheWayAt(folder), "access log", failure);
  }

  /**
   * Goes on after the disk failed, once it takes what is written; nothing where it did not fail.
   *
   * @throws StoreUnavailable while it still fails
   */
  public void mend() {
    committing.lock();
    try {
      segments.mend(clock.instant());
    } catch (IOException e) {
      throw unavailable(e);
    } finally {
      committing.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    committing.lock();
    try {
      segments.close();
    } finally {
      committing.unlock();
    }
  }

  /** The last line on disk: its number and its hash. */
  public LogEnd end() {
    committing.lock();
    try {
      LogLine last = segments.last();
      return new LogEnd(last.number(), last.hash());
    } finally {
      committing.unlock();
    }
  }

  /** Number of syncs since opening, for those who measure. */
  public long syncs() {
    committing.lock();
    try {
      return segments.syncs();
    } finally {
      committing.unlock();
    }
  }

  /** Waits for the sync that is going on, closes the group, and writes it. */
  private void commit(Group group) {
    committing.lock();
    try {
      synchronized (joining) {
        open = new Group();
      }
      segments.append(lines(group.events), clock.instant());
      group.outcome.complete(Optional.empty());
    } catch (IOException | StoreUnavailable | Tampered e) {
      LOG.error("the access log cannot be written", e);
      group.outcome.complete(Optional.of(e));
    } finally {
      if (!group.outcome.isDone()) {
        group.outcome.complete(Optional.of(new IllegalStateException("not written")));
      }
      committing.unlock();
    }
  }

  private List<LogLine> lines(List<Event> events) {
    List<LogLine> lines = new ArrayList<>(events.size());
    LogLine last = segments.last();
    for (Event event : events) {
      SchoolId school = event.school() == null ? NOBODYS : event.school();
      byte[] clear = LogLine.clear(last, last.number() + 1, school);
      last = LogLine.after(last, school, vault.seal(school, clear, form.write(event)));
      lines.add(last);
    }
    return lines;
  }

  private void noteCut() {
    if (segments.cut() > 0) {
      LOG.warn("an unfinished line of {} bytes was cut off the access log", segments.cut());
      String subject = "unfinished line of " + segments.cut() + " bytes cut off";
      write(new Event(clock.instant(), What.REFUSED, null, null, null, null, "log.cut", subject));
    }
  }
}
