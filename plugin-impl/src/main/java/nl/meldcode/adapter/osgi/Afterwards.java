package nl.meldcode.adapter.osgi;

import java.util.List;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.Background;
import nl.meldcode.application.destruction.DestroyDecided;
import nl.meldcode.application.linking.LinkWatch;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs once something was recorded. */
record Afterwards(Background relay, LinkWatch links, Background linking, DestroyDecided destroy) {
  private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

  void recorded(SchoolId school, List<PupilId> pupils) {
    try {
      destroy.of(school, pupils);
    } catch (StoreUnavailable | Tampered e) {
      LOG.error("what was decided is not destroyed yet", e);
    }
    relay.nudge();
    pupils.forEach(pupil -> links.changed(school, pupil));
    linking.nudge();
  }
}
