package nl.meldcode.adapter.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of the plugin itself. Nothing in them is secret: keys stand in files. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/configuration",
    name = "%nl.meldcode.name",
    description = "%nl.meldcode.description")
public @interface PluginConfig {
  /** Folder of everything that is kept. */
  @AttributeDefinition(
      name = "%nl.meldcode.dataDir.name",
      description = "%nl.meldcode.dataDir.description")
  String dataDir();

  /** Address of the plugin as browsers reach it. */
  @AttributeDefinition(
      name = "%nl.meldcode.publicUri.name",
      description = "%nl.meldcode.publicUri.description")
  String publicUri();

  /** Protocol for new dossiers, as key@version. */
  @AttributeDefinition(
      name = "%nl.meldcode.protocol.name",
      description = "%nl.meldcode.protocol.description")
  String protocol();

  /** Folder with protocols of the board itself; empty for none. */
  @AttributeDefinition(
      name = "%nl.meldcode.protocolDir.name",
      description = "%nl.meldcode.protocolDir.description",
      required = false)
  String protocolDir() default "";

  /** File with the settings of a PostgreSQL database; empty for SQLite in the data folder. */
  @AttributeDefinition(
      name = "%nl.meldcode.postgresFile.name",
      description = "%nl.meldcode.postgresFile.description",
      required = false)
  String postgresFile() default "";

  /** Whose school vacations count. */
  @AttributeDefinition(
      name = "%nl.meldcode.region.name",
      description = "%nl.meldcode.region.description",
      required = false,
      options = {
        @Option(label = "noord", value = "noord"),
        @Option(label = "midden", value = "midden"),
        @Option(label = "zuid", value = "zuid")
      })
  String region() default "midden";

  /** Folder of backups of the data, elsewhere than the data; empty for none. */
  @AttributeDefinition(
      name = "%nl.meldcode.backupDir.name",
      description = "%nl.meldcode.backupDir.description",
      required = false)
  String backupDir() default "";

  /** When they are made. */
  @AttributeDefinition(
      name = "%nl.meldcode.backupAt.name",
      description = "%nl.meldcode.backupAt.description",
      required = false)
  String backupAt() default "02:30";

  /** How many are kept. */
  @AttributeDefinition(
      name = "%nl.meldcode.backupKeep.name",
      description = "%nl.meldcode.backupKeep.description",
      required = false)
  int backupKeep() default 14;

  /** Free space that is warned of, in MiB. */
  @AttributeDefinition(
      name = "%nl.meldcode.diskWarnMb.name",
      description = "%nl.meldcode.diskWarnMb.description",
      required = false)
  int diskWarnMb() default 2048;

  /** Free space that is critical, in MiB. */
  @AttributeDefinition(
      name = "%nl.meldcode.diskCriticalMb.name",
      description = "%nl.meldcode.diskCriticalMb.description",
      required = false)
  int diskCriticalMb() default 512;

  /** From where {@code /meldcode/health} answers. */
  @AttributeDefinition(
      name = "%nl.meldcode.healthFrom.name",
      description = "%nl.meldcode.healthFrom.description",
      required = false,
      options = {
        @Option(label = "loopback", value = "loopback"),
        @Option(label = "everywhere", value = "everywhere")
      })
  String healthFrom() default "loopback";

  /** File with the token of who reads metrics from elsewhere; empty for nobody. */
  @AttributeDefinition(
      name = "%nl.meldcode.metricsTokenFile.name",
      description = "%nl.meldcode.metricsTokenFile.description",
      required = false)
  String metricsTokenFile() default "";

  /** Mail server for reminders; empty for none. */
  @AttributeDefinition(
      name = "%nl.meldcode.mailHost.name",
      description = "%nl.meldcode.mailHost.description",
      required = false)
  String mailHost() default "";

  /** Its port. */
  @AttributeDefinition(
      name = "%nl.meldcode.mailPort.name",
      description = "%nl.meldcode.mailPort.description",
      required = false)
  int mailPort() default 587;

  /** With which name to sign in there; empty for none. */
  @AttributeDefinition(
      name = "%nl.meldcode.mailUser.name",
      description = "%nl.meldcode.mailUser.description",
      required = false)
  String mailUser() default "";

  /** Where the password stands. */
  @AttributeDefinition(
      name = "%nl.meldcode.mailPasswordFile.name",
      description = "%nl.meldcode.mailPasswordFile.description",
      required = false)
  String mailPasswordFile() default "";

  /** The address that reminders come from. */
  @AttributeDefinition(
      name = "%nl.meldcode.mailFrom.name",
      description = "%nl.meldcode.mailFrom.description",
      required = false)
  String mailFrom() default "";

  /** How staff call the system in which they find their tasks; never the word meldcode. */
  @AttributeDefinition(
      name = "%nl.meldcode.mailProduct.name",
      description = "%nl.meldcode.mailProduct.description",
      required = false)
  String mailProduct() default "";

  /** Where ClamAV's daemon listens: the path of a socket, or a port of this machine. */
  @AttributeDefinition(
      name = "%nl.meldcode.clamdAddress.name",
      description = "%nl.meldcode.clamdAddress.description",
      required = false)
  String clamdAddress() default "";
}
