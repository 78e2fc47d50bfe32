package nl.meldcode.application.lists;

import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.ListsOfSchools;
import nl.meldcode.application.port.SentJson;
import nl.meldcode.application.record.Bodies;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.school.KeptLists;
import nl.meldcode.domain.school.SchoolLists;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a new version of a school's lists. What the administrator prepares counts once somebody who
 * approves has kept it (A.8; A.12, 26).
 */
public final class KeepLists {
  private final ListsOfSchools store;
  private final Bodies bodies;
  private final Gate gate;

  public KeepLists(ListsOfSchools store, Bodies bodies, Gate gate) {
    this.store = store;
    this.bodies = bodies;
    this.gate = gate;
  }

  /**
   * Keeps what was sent, or says everything that stands in the way.
   *
   * @param readVersion the version that the person had read, 0 before the first
   * @throws nl.meldcode.application.port.StoreUnavailable when it cannot be written; nothing was
   */
  public Outcome keep(Visitor visitor, byte[] body, @Nullable Long readVersion) {
    Verdict verdict = gate.decide(visitor, Action.MAINTAIN_LISTS, "lists");
    if (verdict instanceof Verdict.Deny deny) {
      return deny.mayAct().isEmpty()
          ? new Outcome.NotThere()
          : new Outcome.Forbidden(deny.mayAct());
    }
    SentJson.Read<SchoolLists> read = bodies.read(SchoolLists.class, body);
    SchoolLists lists = read.sent();
    if (lists == null || !read.faults().isEmpty()) {
      return new Outcome.Invalid(read.faults());
    }
    if (readVersion == null) {
      return new Outcome.VersionMissing();
    }
    return add(visitor, lists, readVersion);
  }

  private Outcome add(Visitor visitor, SchoolLists lists, long readVersion) {
    long last = store.latest(visitor.school()).map(KeptLists::version).orElse(0L);
    boolean approves = gate.policy().decide(visitor, Action.APPROVE_LISTS).permitted();
    KeptLists next =
        new KeptLists(readVersion + 1, gate.now(), visitor.person().id(), approves, lists);
    return readVersion == last && store.add(visitor.school(), next)
        ? new Outcome.Listed(next)
        : new Outcome.Stale(last);
  }
}
