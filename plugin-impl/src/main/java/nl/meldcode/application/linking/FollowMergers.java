package nl.meldcode.application.linking;

import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.domain.school.Mergers;

/** Asks the host which schools became part of which; while it is away the last answer counts. */
public final class FollowMergers implements Runnable {
  private final Roster roster;
  private final SchoolMergers mergers;

  public FollowMergers(Roster roster, SchoolMergers mergers) {
    this.roster = roster;
    this.mergers = mergers;
  }

  @Override
  public void run() {
    try {
      mergers.keep(new Mergers(roster.mergers()));
    } catch (HostUnavailable e) {
      // what it said last was kept, so that no link ends because the host is away
    }
  }
}
