package nl.meldcode.application.port;

import java.time.LocalDate;
import nl.meldcode.api.StaffId;

/** Who does not want to be reminded by mail, and who was today. Safe for use by several threads. */
public interface Reminders {
  /** Whether that person wants them; who said nothing does. */
  boolean wanted(StaffId staff);

  /**
   * Keeps what that person wants.
   *
   * @throws StoreUnavailable when it cannot be written
   */
  void want(StaffId staff, boolean wanted);

  /**
   * Whether that person had none on that day; from now on there was one, also after a stop.
   *
   * @throws StoreUnavailable when it cannot be written; then none may be sent
   */
  boolean takeTurn(StaffId staff, LocalDate day);

  /**
   * It was not sent after all, so that it can be tried again that day.
   *
   * @throws StoreUnavailable when it cannot be written
   */
  void giveBack(StaffId staff, LocalDate day);
}
