package nl.meldcode.adapter.osgi;

import java.nio.file.Path;
import java.util.Map;
import nl.meldcode.adapter.protocol.ShippedProtocols;
import nl.meldcode.adapter.protocol.UnreadableProtocol;
import nl.meldcode.application.port.Protocols;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.domain.dossier.ProtocolId;

/** The protocols as the board configured them. */
final class ChosenProtocols {
  private ChosenProtocols() {}

  /**
   * Reads them.
   *
   * @throws StartRefused when none was chosen, the choice is not there, or a file is not understood
   */
  static Protocols of(PluginConfig config) {
    String chosen = config.protocol().strip();
    if (chosen.isEmpty()) {
      throw new StartRefused(
          "protocol: nothing is chosen; the board chooses one of "
              + String.join(", ", ShippedProtocols.PUBLISHED)
              + " or its own");
    }
    String own = config.protocolDir().strip();
    try {
      return new ShippedProtocols(
          Map.of(), ProtocolId.of(chosen), own.isEmpty() ? null : Path.of(own));
    } catch (UnreadableProtocol e) {
      throw new StartRefused("protocol: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new StartRefused("protocol: there is no " + chosen, e);
    }
  }
}
