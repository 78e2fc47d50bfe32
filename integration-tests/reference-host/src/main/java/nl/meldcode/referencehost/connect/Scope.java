package nl.meldcode.referencehost.connect;

/** What an access token allows (host-connect 6.8). */
enum Scope {
  NONE(""),
  PUPIL_READ("connect.pupil.read"),
  RELATION_READ("connect.relation.read"),
  STAFF_READ("connect.staff.read"),
  RECORD_WRITE("connect.record.write"),
  EVENT_READ("connect.event.read"),
  OBSERVATION_READ("connect.observation.read"),
  /** Secret addresses; no activation of the demo has it. */
  ADDRESS_SECRET("connect.address.secret");

  private final String wire;

  Scope(String wire) {
    this.wire = wire;
  }

  /** Whether a plugin gets it without being asked for more. */
  boolean isUsual() {
    return this != NONE && this != ADDRESS_SECRET;
  }

  String wire() {
    return wire;
  }
}
