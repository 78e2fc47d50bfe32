package nl.meldcode.application.reminding;

import java.util.Optional;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.Reminders;
import nl.meldcode.application.port.Roster;
import nl.meldcode.domain.access.Action;

/** Lets each member of staff say whether to be reminded by mail. */
public final class OwnReminders {
  private final Optional<Reminders> reminders;
  private final Roster roster;
  private final Gate gate;

  /** Takes none where no mail is sent at all. */
  public OwnReminders(Optional<Reminders> reminders, Roster roster, Gate gate) {
    this.reminders = reminders;
    this.roster = roster;
    this.gate = gate;
  }

  /** Whether this visitor wants them; empty for who gets none in any case. */
  public Optional<Boolean> wanted(Visitor visitor) {
    StaffId staff = visitor.person().id();
    return reminders.filter(kept -> concerns(visitor)).map(kept -> kept.wanted(staff));
  }

  /**
   * Keeps what this visitor wants; false for who gets none in any case.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when it cannot be written
   */
  public boolean want(Visitor visitor, boolean wanted) {
    Optional<Reminders> kept = reminders.filter(one -> concerns(visitor));
    kept.ifPresent(one -> one.want(visitor.person().id(), wanted));
    return kept.isPresent();
  }

  private boolean concerns(Visitor visitor) {
    return gate.policy().decide(visitor, Action.READ_WORK_LIST).permitted()
        && roster.addresses().containsKey(visitor.person().id());
  }
}
