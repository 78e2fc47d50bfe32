package nl.meldcode.adapter.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the plugin and one host tenant know each other; both administrators approved it. */
@ObjectClassDefinition(name = "Meldcode: host", description = "One pupil administration system.")
public @interface HostConfig {
  /** The host's tenant. */
  String tenant();

  /** Issuer of its launch tokens. */
  String issuer();

  /** This installation, as the host names it. */
  String deployment();

  /** Of Host Connect. */
  String baseUri();

  /** Where tokens are asked. */
  String tokenUri();

  /** The only place from which the host's keys are read. */
  String jwksUri();

  /** Origins that may frame the tabs. */
  String[] frameOrigins();

  /** Exactly what stands in the audience of launch tokens. */
  String launchUri();

  /** The plugin's name at the host. */
  String clientId();

  /** Where pupils, families and staff are read: {@code host-connect} or {@code oneroster}. */
  @AttributeDefinition(
      name = "Roster",
      description = "host-connect, or oneroster with a configuration of nl.meldcode.oneroster.")
  String roster() default "host-connect";
}
