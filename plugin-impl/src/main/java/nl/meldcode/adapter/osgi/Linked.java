package nl.meldcode.adapter.osgi;

import java.time.Clock;
import nl.meldcode.adapter.store.SqlStore;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.linking.FindLinks;
import nl.meldcode.application.linking.FollowMergers;
import nl.meldcode.application.linking.LinkWatch;
import nl.meldcode.application.linking.Replacements;
import nl.meldcode.application.linking.ShowLinks;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Roster;

/** What finds the links of dossiers, and what shows them. */
record Linked(LinkWatch watch, ShowLinks show) {
  static Linked of(Dossiers dossiers, Roster roster, SqlStore store, Gate gate, Clock clock) {
    Replacements replacements = new Replacements();
    FindLinks find = new FindLinks(dossiers, roster, store.links(), replacements, clock);
    return new Linked(
        new LinkWatch(find, dossiers, new FollowMergers(roster, store.mergers()), clock),
        new ShowLinks(dossiers, roster, store.links(), replacements, gate));
  }
}
