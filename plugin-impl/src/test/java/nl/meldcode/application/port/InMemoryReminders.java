package nl.meldcode.application.port;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.meldcode.api.StaffId;

/** Reminders in memory. */
public final class InMemoryReminders implements Reminders {
  private final Set<StaffId> unwanted = new HashSet<>();
  private final Map<StaffId, LocalDate> last = new HashMap<>();

  @Override
  public boolean wanted(StaffId staff) {
    return !unwanted.contains(staff);
  }

  @Override
  public void want(StaffId staff, boolean wanted) {
    if (wanted) {
      unwanted.remove(staff);
    } else {
      unwanted.add(staff);
    }
  }

  @Override
  public boolean takeTurn(StaffId staff, LocalDate day) {
    return !day.equals(last.put(staff, day));
  }

  @Override
  public void giveBack(StaffId staff, LocalDate day) {
    last.remove(staff, day);
  }
}
