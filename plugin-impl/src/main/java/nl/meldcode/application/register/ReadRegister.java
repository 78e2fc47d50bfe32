package nl.meldcode.application.register;

import java.util.List;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.BoardRegister;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.register.BoardReferral;

/** Shows the board all referrals of a school, and everybody else only the own ones (C.3). */
public final class ReadRegister {
  private final BoardRegister register;
  private final SchoolMergers mergers;
  private final Gate gate;

  public ReadRegister(BoardRegister register, SchoolMergers mergers, Gate gate) {
    this.register = register;
    this.mergers = mergers;
    this.gate = gate;
  }

  /**
   * What this visitor may see, newest first; the log is written first when it is more than the own.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be written
   */
  public List<BoardReferral> of(Visitor visitor) {
    Verdict all = gate.policy().decide(visitor, Action.READ_REGISTER);
    if (all.permitted()) {
      gate.shows(What.READ, visitor, all.rule(), "register");
    }
    List<BoardReferral> seen =
        mergers.now().partsOf(visitor.school()).stream()
            .flatMap(one -> register.of(one).stream())
            .filter(one -> all.permitted() || one.writer().equals(visitor.person().id()))
            .toList();
    return seen.stream().sorted((a, b) -> b.at().compareTo(a.at())).toList();
  }
}
