package nl.meldcode.adapter.host;

import java.net.URI;
import java.util.List;

/**
 * How the plugin and one host tenant know each other, as both administrators approved it. Nothing
 * in it is secret.
 *
 * @param tenant the host's tenant (board)
 * @param issuer {@code iss} of its launch tokens
 * @param deployment this installation, as the host names it
 * @param baseUri of Host Connect, such as {@code https://host.example/connect/v1}
 * @param jwksUri the only place from which the host's keys are read (R4)
 * @param frameOrigins the origins that may frame the tabs and post launch tokens
 * @param launchUri of the plugin, exactly as it stands in {@code aud}
 * @param clientId of the plugin at {@code tokenUri}
 */
public record HostSettings(
    String tenant,
    String issuer,
    String deployment,
    URI baseUri,
    URI tokenUri,
    URI jwksUri,
    List<String> frameOrigins,
    URI launchUri,
    String clientId) {
  public HostSettings {
    frameOrigins = List.copyOf(frameOrigins);
  }
}
