package nl.meldcode.adapter.osgi;

import java.time.Clock;
import nl.meldcode.adapter.store.SqlStore;
import nl.meldcode.application.Background;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.destruction.DestroyDecided;
import nl.meldcode.application.linking.FindLinks;
import nl.meldcode.application.linking.FollowMergers;
import nl.meldcode.application.linking.LinkWatch;
import nl.meldcode.application.linking.Replacements;
import nl.meldcode.application.linking.ShowLinks;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.practice.RealDossiers;

/** What finds the links of dossiers, and what shows them. */
record Linked(LinkWatch watch, ShowLinks show) {
  static Linked of(Dossiers all, Roster roster, SqlStore store, Gate gate, Clock clock) {
    Dossiers dossiers = new RealDossiers(all);
    Replacements replacements = new Replacements();
    FindLinks find = new FindLinks(dossiers, roster, store.links(), replacements, clock);
    return new Linked(
        new LinkWatch(find, dossiers, new FollowMergers(roster, store.mergers()), clock),
        new ShowLinks(dossiers, roster, store.links(), replacements, gate));
  }

  /** What happens after something was recorded. */
  Afterwards then(Background relay, Background linking, DestroyDecided destroy) {
    return new Afterwards(relay, watch, linking, destroy);
  }
}
