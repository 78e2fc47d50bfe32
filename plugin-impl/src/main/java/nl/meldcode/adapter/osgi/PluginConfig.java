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

  /** Protocol for new dossiers, as key@version; without it the plugin does not start. */
  @AttributeDefinition(
      name = "Protocol",
      description =
          "Such as onderwijs-2019@1.0.0. The board chooses; nothing is assumed for a school.")
  String protocol() default "";

  /** Folder with protocols of the board itself; empty for none. */
  @AttributeDefinition(
      name = "Own protocols",
      description = "Folder with KEY/VERSION/protocol.json, nl.properties and en.properties.",
      required = false)
  String protocolDir() default "";

  /** File with the settings of a PostgreSQL database; empty for SQLite in the data folder. */
  @AttributeDefinition(
      name = "PostgreSQL",
      description =
          "File with url, user and password, which nobody else may read; empty for SQLite.",
      required = false)
  String postgresFile() default "";

  /** Whose school vacations count: noord, midden or zuid. */
  @AttributeDefinition(name = "Region")
  String region() default "midden";

  /** Folder of backups of the data, elsewhere than the data; empty for none. */
  @AttributeDefinition(
      name = "Backups",
      description = "Folder of nightly backups, on another disk. Keys are not in them.",
      required = false)
  String backupDir() default "";

  /** When they are made. */
  @AttributeDefinition(name = "Time of backups", description = "Such as 02:30.")
  String backupAt() default "02:30";

  /** How many are kept. */
  @AttributeDefinition(name = "Number of backups", description = "Older ones are removed.")
  int backupKeep() default 14;
}
