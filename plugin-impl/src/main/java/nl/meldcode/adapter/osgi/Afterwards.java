package nl.meldcode.adapter.osgi;

import java.util.List;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.Background;
import nl.meldcode.application.linking.LinkWatch;

/** What runs once something was recorded. */
record Afterwards(Background relay, LinkWatch links, Background linking) {
  void recorded(SchoolId school, List<PupilId> pupils) {
    relay.nudge();
    pupils.forEach(pupil -> links.changed(school, pupil));
    linking.nudge();
  }
}
