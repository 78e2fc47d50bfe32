package nl.meldcode.referencehost.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who may see a record entry, narrowest first (host-connect 6.3). */
public enum Visibility {
  RESTRICTED_STAFF("restrictedStaff", "alleen aangewezen medewerkers"),
  STAFF("staff", "alle medewerkers van de leerling"),
  PARENT_PORTAL("parentPortal", "vrijgegeven in het ouderportaal");

  private final String wire;
  private final String dutch;

  Visibility(String wire, String dutch) {
    this.wire = wire;
    this.dutch = dutch;
  }

  /** The word of the contract. */
  @JsonValue
  public String wire() {
    return wire;
  }

  /** The word on the screen. */
  public String dutch() {
    return dutch;
  }
}
