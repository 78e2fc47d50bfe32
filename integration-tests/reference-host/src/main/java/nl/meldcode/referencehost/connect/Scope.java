package nl.meldcode.referencehost.connect;

/** What an access token allows (host-connect 6.8). */
enum Scope {
  NONE(""),
  PUPIL_READ("connect.pupil.read"),
  RELATION_READ("connect.relation.read"),
  STAFF_READ("connect.staff.read"),
  RECORD_WRITE("connect.record.write");

  private final String wire;

  Scope(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }
}
