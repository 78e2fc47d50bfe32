package nl.meldcode.application;

import nl.meldcode.application.linking.LinkWatch;
import nl.meldcode.application.port.HostEvents;
import nl.meldcode.application.port.HostEvents.Change;
import nl.meldcode.application.port.HostEvents.OfMany;
import nl.meldcode.application.port.HostEvents.OfOthers;
import nl.meldcode.application.port.HostEvents.OfPupil;
import nl.meldcode.application.port.HostEvents.SignedOut;
import nl.meldcode.application.port.HostPlace;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.PlaceUnknown;
import nl.meldcode.application.port.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Follows the feed of one host: forgets what it said before, looks at links again and ends the
 * sessions of who signed out there. An event that comes twice has the effect of one, since nothing
 * is taken from it but that something changed.
 */
public final class FollowHost {
  private final HostEvents events;
  private final HostPlace place;
  private final String tenant;
  private final Runnable forget;
  private final LinkWatch links;
  private final Sessions sessions;
  private @Nullable String unknown;

  /**
   * Takes the feed and how far it was followed.
   *
   * @param forget makes that the host is asked again
   */
  public FollowHost(
      HostEvents events,
      HostPlace place,
      String tenant,
      Runnable forget,
      LinkWatch links,
      Sessions sessions) {
    this.events = events;
    this.place = place;
    this.tenant = tenant;
    this.forget = forget;
    this.links = links;
    this.sessions = sessions;
  }

  /**
   * Reads on; true when there may be more. While the host is away, or has no feed, nothing. A place
   * that leads to itself leads nowhere; one that the host does not know leads to the beginning.
   */
  public boolean run() {
    String cursor = place.of(tenant).filter(one -> !one.equals(unknown)).orElse(null);
    HostEvents.Page page;
    try {
      page = events.after(cursor);
    } catch (PlaceUnknown e) {
      startOver();
      unknown = cursor;
      return true;
    } catch (HostUnavailable | HostRefused e) {
      return false;
    }
    if (page.changes().stream().anyMatch(FollowHost::changesTheRoster)) {
      forget.run();
    }
    page.changes().forEach(this::look);
    String next = page.next();
    if (next == null || page.changes().isEmpty() || next.equals(cursor)) {
      return false;
    }
    place.keep(tenant, next);
    boolean leadsOn = !next.equals(unknown);
    unknown = null;
    return leadsOn;
  }

  /** What changed between that place and the oldest event that is left, nobody says any more. */
  private void startOver() {
    forget.run();
    links.everything();
  }

  private static boolean changesTheRoster(Change change) {
    return !(change instanceof OfOthers || change instanceof SignedOut);
  }

  private void look(Change change) {
    if (change instanceof SignedOut out) {
      sessions.endAll(tenant, out.staff(), out.since());
    } else if (change instanceof OfPupil one) {
      links.changed(one.pupil());
    } else if (change instanceof OfMany) {
      links.everything();
    }
  }
}
