package nl.meldcode.application.linking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Dossiers.Whom;
import org.jspecify.annotations.Nullable;

/**
 * Knows whose links are to be looked at: those about whom something was recorded or changed at the
 * host, and all pupils with a dossier after each start and once a night. Telling it is safe from
 * any thread; it is run by one.
 */
public final class LinkWatch {
  private static final int NIGHT_ENDS = 6;

  private final FindLinks findLinks;
  private final Dossiers dossiers;
  private final Runnable mergers;
  private final Clock clock;
  private final Set<Whom> waiting = new LinkedHashSet<>();
  private @Nullable LocalDate lookedAtAll;

  /**
   * Takes the clock of the schools.
   *
   * @param mergers finds out which schools became part of which
   */
  public LinkWatch(FindLinks findLinks, Dossiers dossiers, Runnable mergers, Clock clock) {
    this.findLinks = findLinks;
    this.dossiers = dossiers;
    this.mergers = mergers;
    this.clock = clock;
  }

  /** Something about this pupil was recorded at that school. */
  public void changed(SchoolId school, PupilId pupil) {
    synchronized (waiting) {
      waiting.add(new Whom(school, pupil));
    }
  }

  /** The host says something else of this pupil, whatever the school. */
  public void changed(PupilId pupil) {
    dossiers.pupils().stream()
        .filter(one -> one.pupil().equals(pupil))
        .forEach(one -> changed(one.school(), pupil));
  }

  /** Everything may have changed. */
  public void everything() {
    mergers.run();
    all();
  }

  private void all() {
    dossiers.pupils().forEach(one -> changed(one.school(), one.pupil()));
  }

  /** Whether there is anybody to look at. */
  public boolean isWaiting() {
    synchronized (waiting) {
      return !waiting.isEmpty();
    }
  }

  /** Looks at one pupil; true when there are more. */
  public boolean run() {
    nightly();
    Whom next = next();
    if (next == null) {
      mergers.run();
      return false;
    }
    findLinks.of(next.school(), next.pupil());
    return true;
  }

  /**
   * The first time after the start, and then in the night of each day. Mergers are kept, and those
   * of meanwhile stand in the feed, so that a start asks nothing of a host that starts itself.
   */
  private void nightly() {
    LocalDateTime now = LocalDateTime.now(clock);
    boolean due =
        lookedAtAll == null
            || (lookedAtAll.isBefore(now.toLocalDate()) && now.getHour() < NIGHT_ENDS);
    if (due) {
      boolean started = lookedAtAll == null;
      lookedAtAll = now.toLocalDate();
      if (started) {
        all();
      } else {
        everything();
      }
    }
  }

  private @Nullable Whom next() {
    synchronized (waiting) {
      Whom first = waiting.stream().findFirst().orElse(null);
      waiting.remove(first);
      return first;
    }
  }
}
