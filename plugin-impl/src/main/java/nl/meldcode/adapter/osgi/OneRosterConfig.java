package nl.meldcode.adapter.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A OneRoster 1.2 server that knows pupils, families and staff. No secret stands in it. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/configuration",
    name = "%nl.meldcode.oneroster.name",
    description = "%nl.meldcode.oneroster.description")
public @interface OneRosterConfig {
  /** A name that never changes. */
  @AttributeDefinition(
      name = "%nl.meldcode.oneroster.server.name",
      description = "%nl.meldcode.oneroster.server.description")
  String server();

  /** Of the rostering service. */
  @AttributeDefinition(
      name = "%nl.meldcode.oneroster.baseUri.name",
      description = "%nl.meldcode.oneroster.baseUri.description")
  String baseUri();

  /** Where tokens are asked. */
  @AttributeDefinition(
      name = "%nl.meldcode.oneroster.tokenUri.name",
      description = "%nl.meldcode.oneroster.tokenUri.description")
  String tokenUri();

  /** The plugin's name at the server. */
  @AttributeDefinition(
      name = "%nl.meldcode.oneroster.clientId.name",
      description = "%nl.meldcode.oneroster.clientId.description")
  String clientId();

  /** File with the secret that goes with it. */
  @AttributeDefinition(
      name = "%nl.meldcode.oneroster.clientSecretFile.name",
      description = "%nl.meldcode.oneroster.clientSecretFile.description")
  String clientSecretFile();

  /** The schools that are switched on. */
  @AttributeDefinition(
      name = "%nl.meldcode.oneroster.schools.name",
      description = "%nl.meldcode.oneroster.schools.description")
  String[] schools();

  /** Roles that OneRoster has no word for. */
  @AttributeDefinition(
      name = "%nl.meldcode.oneroster.roles.name",
      description = "%nl.meldcode.oneroster.roles.description",
      required = false)
  String[] roles() default {};
}
