package nl.meldcode.application.read;

import java.time.Instant;
import java.util.Optional;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.Drafts;

/** What the caller is still typing about this pupil. Nobody else ever sees it. */
public final class OwnDrafts {
  private final Drafts drafts;
  private final Gate gate;

  public OwnDrafts(Drafts drafts, Gate gate) {
    this.drafts = drafts;
    this.gate = gate;
  }

  /** Keeps it; gives the moment of keeping. */
  public Instant keep(Caller caller, String form, String json) {
    Instant now = gate.now();
    drafts.save(key(caller, form), json, now);
    return now;
  }

  /** The draft, when there is one of at most 30 days. */
  public Optional<Drafts.Draft> find(Caller caller, String form) {
    return drafts.find(key(caller, form), gate.now());
  }

  /** Throws it away. */
  public void drop(Caller caller, String form) {
    drafts.delete(key(caller, form));
  }

  private static Drafts.Key key(Caller caller, String form) {
    String name = caller.chosen() == null ? form : form + "@" + caller.chosen();
    return new Drafts.Key(caller.school(), caller.person().id(), caller.pupil(), name);
  }
}
