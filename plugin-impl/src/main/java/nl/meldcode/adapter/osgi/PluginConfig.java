package nl.meldcode.adapter.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the plugin itself. Nothing in them is secret: keys stand in files. */
@ObjectClassDefinition(
    name = "Meldcode",
    description = "Where the plugin keeps its data and is reached.")
public @interface PluginConfig {
  /** Folder of the database and the access log. */
  @AttributeDefinition(name = "Data folder")
  String dataDir();

  /** Folder of the keys, apart from the data. */
  @AttributeDefinition(name = "Key folder")
  String keyDir();

  /** Address of the plugin as browsers reach it. */
  @AttributeDefinition(
      name = "Public address",
      description = "Such as https://meldcode.example/meldcode")
  String publicUri();

  /** Protocol for new dossiers, as key@version. */
  @AttributeDefinition(
      name = "Protocol",
      description = "There is no silent default for a real school.")
  String protocol() default "scope-2013@1.0.0";
}
