package nl.meldcode.adapter.osgi.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import nl.meldcode.adapter.mail.SmtpSettings;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.sql.Postgres;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the plugin itself, all of them right.
 *
 * @param protocol of new dossiers
 * @param protocolDir of the board's own protocols; null for none
 * @param postgresFile settings of a PostgreSQL database; null for SQLite in the data folder
 * @param metricsToken file with the token of who reads metrics from elsewhere; null for nobody
 * @param clamd where the virus scanner listens; empty for none
 * @param mail null for no reminders
 */
public record PluginSettings(
    Path dataDir,
    URI publicUri,
    ProtocolId protocol,
    @Nullable Path protocolDir,
    @Nullable Path postgresFile,
    String region,
    Backups backups,
    DiskLimits disk,
    boolean healthEverywhere,
    @Nullable Path metricsToken,
    String clamd,
    @Nullable Mail mail) {

  /**
   * These settings with what can change while the plugin runs as it is in the others: the hour and
   * number of backups, and the limits of the disk.
   */
  public PluginSettings onTheWay(PluginSettings other) {
    Backups changed = new Backups(backups.dir(), other.backups.at(), other.backups.keep());
    return new PluginSettings(
        dataDir,
        publicUri,
        protocol,
        protocolDir,
        postgresFile,
        region,
        changed,
        other.disk,
        healthEverywhere,
        metricsToken,
        clamd,
        mail);
  }

  /** Whether people reach the plugin on this machine alone. */
  public boolean isHere() {
    return Forms.isHere(publicUri);
  }

  /** The database that nodes share; null for SQLite in the data folder. */
  public @Nullable Postgres postgres() {
    return postgresFile == null ? null : Postgres.in(postgresFile);
  }

  /**
   * How backups are made.
   *
   * @param dir the folder of backups; null for none
   * @param at the time of the day
   * @param keep how many are kept
   */
  public record Backups(@Nullable Path dir, LocalTime at, int keep) {}

  /**
   * How reminders are sent.
   *
   * @param product how staff call the system in which they find their tasks
   */
  public record Mail(SmtpSettings server, String product) {}

  /** Below how many bytes the disk is too full. */
  public record DiskLimits(long warn, long critical) {}
}
