package nl.meldcode.referencehost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The configuration with its defaults filled in. */
public record Settings(
    Path dataDir,
    URI hostOrigin,
    URI pluginBase,
    URI pluginJwksUri,
    boolean inProcess,
    String clientId,
    Optional<Path> accountsFile,
    Optional<String> demoPassword,
    boolean secretAddresses,
    boolean connectAvailable,
    boolean testSwitches,
    int schools) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Fills in what the administrator left out. */
  public static Settings of(HostConfig config) {
    URI origin = URI.create(or(config.hostOrigin(), "http://localhost:" + config.port()));
    String pluginBase = or(config.pluginBase(), "http://127.0.0.1:" + config.port() + "/meldcode");
    return new Settings(
        Path.of(config.dataDir()),
        origin,
        URI.create(pluginBase),
        URI.create(or(config.pluginJwksUri(), pluginBase + "/jwks.json")),
        config.inProcess(),
        config.clientId(),
        optional(config.accountsFile()).map(Path::of),
        optional(config.demoPasswordFile())
            .filter(file -> LOOPBACK.contains(origin.getHost()))
            .map(Settings::content),
        config.secretAddresses(),
        config.connectAvailable(),
        config.testSwitches(),
        config.schools());
  }

  /** The base of Host Connect. */
  public URI connectBase() {
    return hostOrigin.resolve("/connect/v1");
  }

  /** The token endpoint. */
  public URI tokenUri() {
    return hostOrigin.resolve("/connect/oauth/token");
  }

  /** The issuer of launch tokens and access tokens: this tenant at this host. */
  public String issuer() {
    return hostOrigin + "/connect/tenants/" + Ids.TENANT;
  }

  /** The plugin's origin, the only one that may be framed and posted to. */
  public String pluginOrigin() {
    return pluginBase.getScheme() + "://" + pluginBase.getRawAuthority();
  }

  private static String or(String value, String otherwise) {
    return value.isBlank() ? otherwise : value;
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Optional<String> optional(String value) {
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }
}
