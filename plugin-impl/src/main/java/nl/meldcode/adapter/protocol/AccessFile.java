package nl.meldcode.adapter.protocol;

import java.util.EnumMap;
import java.util.Map;
import nl.meldcode.domain.access.AccessTable;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Grant;
import nl.meldcode.domain.access.Role;

/** Reads the one table of rights. */
public final class AccessFile {
  private static final String FILE = "/access/table.json";

  private AccessFile() {}

  /**
   * The table that is shipped.
   *
   * @throws UnreadableProtocol when anything in it is not understood
   */
  public static AccessTable shipped() {
    return read(FILE, Resource.bytes(FILE));
  }

  static AccessTable read(String file, byte[] json) {
    Place root = Place.root(file, json);
    Map<Action, Map<Role, Grant>> rows = new EnumMap<>(Action.class);
    for (Action action : Action.values()) {
      rows.put(action, row(root.get(action.name())));
    }
    root.only(rows.keySet().stream().map(Action::name).toArray(String[]::new));
    return new AccessTable(rows);
  }

  /** A role that is not named never may. */
  private static Map<Role, Grant> row(Place place) {
    Map<Role, Grant> row = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      place.find(role.name()).ifPresent(cell -> row.put(role, cell.oneOf(Grant.class)));
    }
    place.only(row.keySet().stream().map(Role::name).toArray(String[]::new));
    return row;
  }
}
