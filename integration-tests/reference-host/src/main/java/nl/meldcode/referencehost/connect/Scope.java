package nl.meldcode.referencehost.connect;

import java.util.Arrays;
import java.util.stream.Stream;
import nl.meldcode.referencehost.Settings;

/** What an access token allows (host-connect 6.8). */
enum Scope {
  NONE(""),
  PUPIL_READ("connect.pupil.read"),
  RELATION_READ("connect.relation.read"),
  STAFF_READ("connect.staff.read"),
  RECORD_WRITE("connect.record.write"),
  EVENT_READ("connect.event.read"),
  OBSERVATION_READ("connect.observation.read"),
  /** Secret addresses; only where the school switched it on, and only who asks for it by name. */
  ADDRESS_SECRET("connect.address.secret");

  private final String wire;

  Scope(String wire) {
    this.wire = wire;
  }

  /** What a plugin may ask for at this host. */
  static Stream<Scope> offered(Settings settings) {
    return Arrays.stream(values())
        .filter(one -> one.isUsual() || (one == ADDRESS_SECRET && settings.secretAddresses()));
  }

  /** Whether a plugin gets it without asking for it by name. */
  boolean isUsual() {
    return this != NONE && this != ADDRESS_SECRET;
  }

  String wire() {
    return wire;
  }
}
