package nl.meldcode.adapter.osgi.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meldcode.adapter.host.HostSettings;
import nl.meldcode.adapter.mail.SmtpSettings;
import nl.meldcode.adapter.oneroster.OneRosterSettings;
import nl.meldcode.adapter.oneroster.Tables;
import nl.meldcode.adapter.osgi.config.PluginSettings.Backups;
import nl.meldcode.adapter.osgi.config.PluginSettings.DiskLimits;
import nl.meldcode.adapter.osgi.config.PluginSettings.Mail;
import nl.meldcode.adapter.protocol.ShippedProtocols;
import nl.meldcode.adapter.protocol.UnreadableProtocol;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Protocols;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.ProtocolId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole configuration, read at once. Nothing is opened, made or asked for it. */
public final class Configuration {
  private static final Logger LOG = LoggerFactory.getLogger(Configuration.class);
  private static final long MIB = 1024L * 1024;

  private final List<Fault> faults = new ArrayList<>();

  private Configuration() {}

  /**
   * Reads it from what the framework gave.
   *
   * @param host null while none is connected
   * @param oneRoster null when none is configured
   * @throws WrongConfiguration with all that is wrong
   */
  public static Settings read(
      Map<String, ?> plugin, @Nullable Map<String, ?> host, @Nullable Map<String, ?> oneRoster) {
    return new Configuration().all(plugin, host, oneRoster);
  }

  private Settings all(
      Map<String, ?> plugin, @Nullable Map<String, ?> host, @Nullable Map<String, ?> oneRoster) {
    Section ofPlugin = new Section(Schema.PLUGIN, plugin, faults);
    compare(ofPlugin);
    compareMail(ofPlugin);
    Protocols protocols = protocols(ofPlugin);
    Section ofHost = host == null ? null : new Section(Schema.HOST, host, faults);
    boolean fromOneRoster = ofHost != null && ofHost.text("roster").equals("oneroster");
    if (ofHost != null) {
      compare(ofHost, ofPlugin);
    }
    OneRosterSettings rosters =
        fromOneRoster && oneRoster != null
            ? oneRoster(new Section(Schema.ONE_ROSTER, oneRoster, faults))
            : null;
    if (!faults.isEmpty() || protocols == null) {
      throw new WrongConfiguration(faults);
    }
    HostSettings settings = ofHost == null ? null : host(ofHost);
    String shown = Shown.of(plugin, host, oneRoster);
    return new Settings(plugin(ofPlugin), protocols, settings, fromOneRoster, rosters, shown);
  }

  private static void compare(Section plugin) {
    if (plugin.right("dataDir", "backupDir") && plugin.has("backupDir")) {
      Path data = Path.of(plugin.text("dataDir")).normalize();
      Path backups = Path.of(plugin.text("backupDir")).normalize();
      if (backups.startsWith(data)) {
        plugin.fault("backupDir", "inside-data");
      } else if (data.startsWith(backups)) {
        plugin.fault("backupDir", "around-data");
      }
    }
    if (plugin.has("postgresFile") && plugin.has("backupDir")) {
      plugin.fault("backupDir", "with-postgres");
    }
    if (plugin.right("diskWarnMb", "diskCriticalMb")
        && plugin.number("diskCriticalMb") >= plugin.number("diskWarnMb")) {
      plugin.fault("diskCriticalMb", "not-less");
    }
  }

  /** Half a mail server sends nothing. */
  private static void compareMail(Section plugin) {
    for (String needed : List.of("mailFrom", "mailProduct")) {
      if (plugin.right("mailHost", needed) && plugin.has("mailHost") && !plugin.has(needed)) {
        plugin.fault(needed, "missing");
      }
    }
    if (plugin.right("mailUser") && plugin.has("mailUser") && !plugin.has("mailPasswordFile")) {
      plugin.fault("mailPasswordFile", "missing");
    }
  }

  private static void compare(Section host, Section plugin) {
    if (host.right("launchUri")
        && plugin.right("publicUri")
        && !host.text("launchUri").equals(plugin.text("publicUri") + "/launch")) {
      host.fault("launchUri", "not-launch");
    }
  }

  private static @Nullable Protocols protocols(Section plugin) {
    if (!plugin.right("protocol", "protocolDir")) {
      return null;
    }
    Path own = path(plugin, "protocolDir");
    try {
      return new ShippedProtocols(Map.of(), ProtocolId.of(plugin.text("protocol")), own);
    } catch (UnreadableProtocol e) {
      LOG.error("protocol: {}", e.getMessage());
      plugin.fault("protocolDir", "protocol-unreadable");
    } catch (IllegalArgumentException e) {
      plugin.fault("protocol", "protocol-absent");
    }
    return null;
  }

  private static PluginSettings plugin(Section plugin) {
    return new PluginSettings(
        Path.of(plugin.text("dataDir")),
        URI.create(plugin.text("publicUri")),
        ProtocolId.of(plugin.text("protocol")),
        path(plugin, "protocolDir"),
        path(plugin, "postgresFile"),
        plugin.text("region"),
        new Backups(
            path(plugin, "backupDir"),
            LocalTime.parse(plugin.text("backupAt")),
            plugin.number("backupKeep")),
        new DiskLimits(plugin.number("diskWarnMb") * MIB, plugin.number("diskCriticalMb") * MIB),
        plugin.text("healthFrom").equals("everywhere"),
        path(plugin, "metricsTokenFile"),
        plugin.text("clamdAddress"),
        mail(plugin));
  }

  private static @Nullable Mail mail(Section plugin) {
    return plugin.has("mailHost")
        ? new Mail(
            new SmtpSettings(
                plugin.text("mailHost"),
                plugin.number("mailPort"),
                plugin.text("mailUser"),
                path(plugin, "mailPasswordFile"),
                plugin.text("mailFrom")),
            plugin.text("mailProduct"))
        : null;
  }

  private static @Nullable Path path(Section section, String name) {
    return section.has(name) ? Path.of(section.text(name)) : null;
  }

  private static HostSettings host(Section host) {
    return new HostSettings(
        host.text("tenant"),
        host.text("issuer"),
        host.text("deployment"),
        URI.create(host.text("baseUri")),
        URI.create(host.text("tokenUri")),
        URI.create(host.text("jwksUri")),
        host.texts("frameOrigins"),
        URI.create(host.text("launchUri")),
        host.text("clientId"));
  }

  /** Null when something is wrong with it. */
  private static @Nullable OneRosterSettings oneRoster(Section section) {
    Map<SchoolId, String> schools = Map.of();
    Map<SchoolId, Map<String, Set<Role>>> roles = Map.of();
    if (section.right("schools")) {
      try {
        schools = Tables.schools(section.texts("schools"));
      } catch (StartRefused e) {
        section.fault("schools", "lines");
      }
    }
    if (section.right("schools")) {
      try {
        roles = Tables.roles(section.texts("roles"), schools.keySet());
      } catch (StartRefused e) {
        section.fault("roles", "lines");
      }
    }
    String[] all = {"server", "baseUri", "tokenUri", "clientId", "clientSecretFile", "schools"};
    if (!section.right(all) || !section.right("roles")) {
      return null;
    }
    return new OneRosterSettings(
        section.text("server"),
        URI.create(section.text("baseUri")),
        URI.create(section.text("tokenUri")),
        section.text("clientId"),
        Path.of(section.text("clientSecretFile")),
        schools,
        roles);
  }
}
