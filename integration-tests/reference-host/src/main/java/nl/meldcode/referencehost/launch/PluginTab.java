package nl.meldcode.referencehost.launch;

import java.util.Set;
import nl.meldcode.referencehost.model.HostRole;
import nl.meldcode.referencehost.model.Staff;

/** A tab that the plugin offers. */
public record PluginTab(
    String key,
    String group,
    Location location,
    String title,
    int order,
    Set<String> requiredHostRoles) {

  /** Where a tab belongs. */
  public enum Location {
    PUPIL_RECORD("pupil.record"),
    STAFF_HOME("staff.home"),
    SCHOOL_ADMIN("school.admin");

    private final String wire;

    Location(String wire) {
      this.wire = wire;
    }

    /** The word of the descriptor. */
    public String wire() {
      return wire;
    }
  }

  /** Whether one of the person's roles is asked for; a tab that asks for none is for nobody. */
  public boolean isFor(Staff staff) {
    return staff.roles().stream()
        .map(held -> held.role())
        .map(HostRole::wire)
        .anyMatch(requiredHostRoles::contains);
  }
}
