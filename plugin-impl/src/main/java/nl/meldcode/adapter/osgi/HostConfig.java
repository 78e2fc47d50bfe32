package nl.meldcode.adapter.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How the plugin and one host tenant know each other; both administrators approved it. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/configuration",
    name = "%nl.meldcode.host.name",
    description = "%nl.meldcode.host.description")
public @interface HostConfig {
  /** The host's tenant. */
  @AttributeDefinition(
      name = "%nl.meldcode.host.tenant.name",
      description = "%nl.meldcode.host.tenant.description")
  String tenant();

  /** Issuer of its launch tokens. */
  @AttributeDefinition(
      name = "%nl.meldcode.host.issuer.name",
      description = "%nl.meldcode.host.issuer.description")
  String issuer();

  /** This installation, as the host names it. */
  @AttributeDefinition(
      name = "%nl.meldcode.host.deployment.name",
      description = "%nl.meldcode.host.deployment.description")
  String deployment();

  /** Of Host Connect. */
  @AttributeDefinition(
      name = "%nl.meldcode.host.baseUri.name",
      description = "%nl.meldcode.host.baseUri.description")
  String baseUri();

  /** Where tokens are asked. */
  @AttributeDefinition(
      name = "%nl.meldcode.host.tokenUri.name",
      description = "%nl.meldcode.host.tokenUri.description")
  String tokenUri();

  /** The only place from which the host's keys are read. */
  @AttributeDefinition(
      name = "%nl.meldcode.host.jwksUri.name",
      description = "%nl.meldcode.host.jwksUri.description")
  String jwksUri();

  /** Origins that may frame the tabs. */
  @AttributeDefinition(
      name = "%nl.meldcode.host.frameOrigins.name",
      description = "%nl.meldcode.host.frameOrigins.description")
  String[] frameOrigins();

  /** Exactly what stands in the audience of launch tokens. */
  @AttributeDefinition(
      name = "%nl.meldcode.host.launchUri.name",
      description = "%nl.meldcode.host.launchUri.description")
  String launchUri();

  /** The plugin's name at the host. */
  @AttributeDefinition(
      name = "%nl.meldcode.host.clientId.name",
      description = "%nl.meldcode.host.clientId.description")
  String clientId();

  /** Where pupils, families and staff are read. */
  @AttributeDefinition(
      name = "%nl.meldcode.host.roster.name",
      description = "%nl.meldcode.host.roster.description",
      required = false,
      options = {
        @Option(label = "host-connect", value = "host-connect"),
        @Option(label = "oneroster", value = "oneroster")
      })
  String roster() default "host-connect";
}
