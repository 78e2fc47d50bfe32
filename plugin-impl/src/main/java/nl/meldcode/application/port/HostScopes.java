package nl.meldcode.application.port;

import java.util.List;

/** What the plugin asks of a host, and so tells it beforehand (Host Connect 6.8). */
public final class HostScopes {
  /** All of them; secret addresses are never asked for. */
  public static final List<String> ASKED =
      List.of(
          "connect.pupil.read",
          "connect.relation.read",
          "connect.staff.read",
          "connect.record.write",
          "connect.event.read",
          "connect.observation.read");

  private HostScopes() {}
}
