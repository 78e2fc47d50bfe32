package nl.meldcode.adapter.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A OneRoster 1.2 server that knows pupils, families and staff. No secret stands in it. */
@ObjectClassDefinition(
    name = "Meldcode: OneRoster",
    description = "Where rosters are read when the host is set to oneroster.")
public @interface OneRosterConfig {
  /** A name that never changes. */
  @AttributeDefinition(
      name = "Name",
      description = "Choose once and never change: ids of pupils are made from it.")
  String server();

  /** Of the rostering service. */
  @AttributeDefinition(
      name = "Address",
      description = "Such as https://host.example/ims/oneroster/rostering/v1p2")
  String baseUri();

  /** Where tokens are asked. */
  String tokenUri();

  /** The plugin's name at the server. */
  String clientId();

  /** File with the secret that goes with it. */
  @AttributeDefinition(
      name = "Secret",
      description = "File that holds the client secret and nothing else; only its owner reads it.")
  String clientSecretFile();

  /** The schools that are switched on. */
  @AttributeDefinition(
      name = "Schools",
      description =
          "Lines SCHOOL SOURCEDID: the school as launches name it, and as OneRoster does.")
  String[] schools();

  /** Roles that OneRoster has no word for. */
  @AttributeDefinition(
      name = "Roles",
      description = "Lines ROLES SCHOOL SOURCEDID, such as: IB,AF de-vlieger 4711",
      required = false)
  String[] roles() default {};
}
