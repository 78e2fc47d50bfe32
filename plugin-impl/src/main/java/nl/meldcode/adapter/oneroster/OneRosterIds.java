package nl.meldcode.adapter.oneroster;

import java.util.UUID;
import java.util.regex.Pattern;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.NameUuid;

/**
 * Our ids for what one OneRoster server names by sourcedId, which is opaque text. A sourcedId that
 * is a UUID stays that UUID, so that launch tokens of the same host mean the same people; any other
 * becomes a UUIDv5 of server, kind and sourcedId (decision 20). The same each time, on each
 * machine.
 */
final class OneRosterIds {
  /** UUIDv5 of the address {@code https://purl.imsglobal.org/spec/or/v1p2} (RFC 9562, 6.6). */
  private static final UUID ONE_ROSTER = UUID.fromString("c5f8b823-73fe-5280-a4f8-e043d5408253");

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final UUID server;

  /** Takes the name of the server that never changes. */
  OneRosterIds(String server) {
    this.server = NameUuid.of(ONE_ROSTER, server);
  }

  PupilId pupil(String sourcedId) {
    return new PupilId(id("pupil", sourcedId));
  }

  StaffId staff(String sourcedId) {
    return new StaffId(id("staff", sourcedId));
  }

  PersonId person(String sourcedId) {
    return new PersonId(id("person", sourcedId));
  }

  /** No kind holds a colon, so that no two pairs of kind and sourcedId read alike. */
  private UUID id(String kind, String sourcedId) {
    return UUID_TEXT.matcher(sourcedId).matches()
        ? UUID.fromString(sourcedId)
        : NameUuid.of(server, kind + ":" + sourcedId);
  }
}
