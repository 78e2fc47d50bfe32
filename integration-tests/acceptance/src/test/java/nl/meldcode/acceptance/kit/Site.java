package nl.meldcode.acceptance.kit;

import java.net.URI;

/**
 * Where a started demo school is reached: the host and the plugin on two origins, and the password
 * of all its accounts.
 */
public record Site(URI host, URI plugin, String password) {
  /** The school on this port of this machine. */
  public static Site on(int port, String password) {
    return new Site(
        URI.create("http://localhost:" + port),
        URI.create("http://127.0.0.1:" + port + "/meldcode"),
        password);
  }

  /** The plugin's origin, as a browser names it. */
  public String pluginOrigin() {
    return plugin.getScheme() + "://" + plugin.getRawAuthority();
  }

  /** An address below the plugin's base. */
  public URI plugin(String path) {
    return URI.create(plugin + path);
  }

  @Override
  public String toString() {
    return "Site[" + host + "]";
  }
}
