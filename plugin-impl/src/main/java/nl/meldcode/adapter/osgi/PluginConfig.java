package nl.meldcode.adapter.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the plugin itself. Nothing in them is secret: keys stand in files. */
@ObjectClassDefinition(name = "Meldcode", description = "Where the plugin keeps its data.")
public @interface PluginConfig {
  /** Folder of everything that is kept. */
  @AttributeDefinition(name = "Data folder", description = "Database, access log and keys.")
  String dataDir();

  /** Address of the plugin as browsers reach it. */
  @AttributeDefinition(
      name = "Public address",
      description = "Such as https://meldcode.example/meldcode")
  String publicUri();

  /** Protocol for new dossiers, as key@version. */
  @AttributeDefinition(
      name = "Protocol",
      description = "A real school chooses; nothing is assumed for it.")
  String protocol() default "scope-2013@1.0.0";

  /** Whose school vacations count: noord, midden or zuid. */
  @AttributeDefinition(name = "Region")
  String region() default "midden";
}
