package nl.meldcode.referencehost;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The configuration {@code nl.meldcode.referencehost}. An empty text stands for the default. */
@ComponentPropertyType
public @interface HostConfig {
  /** Where the HTTP service listens; only used for the defaults of the origins. */
  int port() default 8080;

  /** The folder of {@code host.db} and {@code keys}. */
  String dataDir();

  /** What browsers and the plugin call this host; default {@code http://localhost:{port}}. */
  String hostOrigin() default "";

  /** Where the plugin is; default {@code http://127.0.0.1:{port}/meldcode}. */
  String pluginBase() default "";

  /** The plugin's public keys; default {@code {pluginBase}/jwks.json}. */
  String pluginJwksUri() default "";

  /** Whether the plugin is reached as a service of the same framework instead of over HTTP. */
  boolean inProcess() default false;

  /** The plugin's OAuth client id. */
  String clientId() default "meldcode";

  /**
   * Where names and passwords of the demo accounts are written at the first start; default nowhere.
   */
  String accountsFile() default "";

  /**
   * The file that holds one password for all demo accounts, on a loopback host only; default a
   * random one for each. A file, because every bundle can read a configuration.
   */
  String demoPasswordFile() default "";

  /** Whether the school lets the plugin ask for secret addresses (host-connect 6.8). */
  boolean secretAddresses() default false;

  /** Whether Host Connect answers. */
  boolean connectAvailable() default true;

  /**
   * Whether {@code POST /connect/_test/availability} may change that. Never on in a real
   * installation.
   */
  boolean testSwitches() default false;

  /**
   * How many schools the board has at the first start; each but the first with some five hundred
   * pupils who were made from a seed.
   */
  int schools() default 1;
}
