package nl.meldcode.application.register;

import java.util.Optional;
import java.util.UUID;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.BoardRegister;
import nl.meldcode.application.port.NameUuid;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.register.BoardReferral;

/**
 * Keeps that somebody goes to the board with a suspicion against a member of staff. No dossier is
 * touched, and nothing is told to the host.
 */
public final class ReferToBoard {
  private final BoardRegister register;
  private final Gate gate;

  public ReferToBoard(BoardRegister register, Gate gate) {
    this.register = register;
    this.gate = gate;
  }

  /**
   * Records it, the same request once; empty for who does not work at the school.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when it cannot be written; nothing was
   */
  public Optional<BoardReferral> record(Visitor visitor, UUID idempotencyKey) {
    if (!gate.decide(visitor, Action.REFER_TO_BOARD, "register").permitted()) {
      return Optional.empty();
    }
    StaffId writer = visitor.person().id();
    UUID id = NameUuid.of(idempotencyKey, writer.toString());
    return Optional.of(register.add(visitor.school(), new BoardReferral(id, gate.now(), writer)));
  }
}
