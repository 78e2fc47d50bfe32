package nl.meldcode.referencehost.model;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What somebody does at the school, with the word of the contract (host-connect 6.1, {@code
 * /staff}).
 */
public enum HostRole {
  TEACHER("teacher", "leerkracht"),
  BEHAVIOUR_SPECIALIST("behaviourSpecialist", "gedragsspecialist"),
  CARE_COORDINATOR("careCoordinator", "intern begeleider"),
  SAFEGUARDING_OFFICER("safeguardingOfficer", "aandachtsfunctionaris"),
  HEAD("head", "directeur"),
  APPLICATION_MANAGER("applicationManager", "applicatiebeheerder"),
  BOARD_OFFICER("boardOfficer", "bestuurder"),
  DATA_PROTECTION_OFFICER("dataProtectionOfficer", "functionaris gegevensbescherming"),
  OTHER("other", "medewerker");

  private final String wire;
  private final String dutch;

  HostRole(String wire, String dutch) {
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
