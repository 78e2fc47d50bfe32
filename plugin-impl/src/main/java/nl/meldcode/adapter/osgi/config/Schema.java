package nl.meldcode.adapter.osgi.config;

import java.util.List;
import nl.meldcode.adapter.osgi.config.Key.Amount;

/** All lines that there are. Metatype, texts and the example file are held against it by a test. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are copies, and a form has no state
enum Schema {
  PLUGIN(
      "nl.meldcode",
      Key.needed("dataDir", Forms.FOLDER_TO_WRITE),
      Key.needed("publicUri", Forms.PLUGIN_ADDRESS),
      Key.needed("protocol", Forms.PROTOCOL),
      Key.otherwise("protocolDir", Forms.FOLDER_TO_READ, ""),
      Key.otherwise("postgresFile", Forms.SECRET_FILE, ""),
      Key.otherwise("region", Forms.choice("noord", "midden", "zuid"), "midden"),
      Key.otherwise("backupDir", Forms.PATH, ""),
      Key.otherwise("backupAt", Forms.TIME, "02:30"),
      Key.otherwise("backupKeep", Forms.number(1, 10_000), "14"),
      Key.otherwise("diskWarnMb", Forms.number(1, 10_000_000), "2048"),
      Key.otherwise("diskCriticalMb", Forms.number(1, 10_000_000), "512"),
      Key.otherwise("healthFrom", Forms.choice("loopback", "everywhere"), "loopback"),
      Key.otherwise("metricsTokenFile", Forms.SECRET_FILE, ""),
      Key.otherwise("clamdAddress", Forms.SCANNER, ""),
      Key.otherwise("mailHost", Forms.TEXT, ""),
      Key.otherwise("mailPort", Forms.number(1, 65_535), "587"),
      Key.otherwise("mailUser", Forms.TEXT, "").unshown(),
      Key.otherwise("mailPasswordFile", Forms.SECRET_FILE, ""),
      Key.otherwise("mailFrom", Forms.MAIL_ADDRESS, ""),
      Key.otherwise("mailProduct", Forms.DISCREET, "")),
  HOST(
      "nl.meldcode.host",
      Key.needed("tenant", Forms.TEXT),
      Key.needed("issuer", Forms.TEXT),
      Key.needed("deployment", Forms.TEXT),
      Key.needed("baseUri", Forms.ADDRESS),
      Key.needed("tokenUri", Forms.ADDRESS),
      Key.needed("jwksUri", Forms.ADDRESS),
      Key.needed("frameOrigins", Forms.ORIGIN).of(Amount.WORDS),
      Key.needed("launchUri", Forms.ADDRESS),
      Key.needed("clientId", Forms.TEXT),
      Key.otherwise("roster", Forms.choice("host-connect", "oneroster"), "host-connect")),
  ONE_ROSTER(
      "nl.meldcode.oneroster",
      Key.needed("server", Forms.TEXT),
      Key.needed("baseUri", Forms.ADDRESS),
      Key.needed("tokenUri", Forms.ADDRESS),
      Key.needed("clientId", Forms.TEXT),
      Key.needed("clientSecretFile", Forms.SECRET_FILE),
      Key.needed("schools", Forms.TEXT).of(Amount.LINES).unshown(),
      Key.otherwise("roles", Forms.TEXT, "").of(Amount.LINES).unshown());

  private final String pid;
  private final List<Key> keys;

  Schema(String pid, Key... keys) {
    this.pid = pid;
    this.keys = List.of(keys);
  }

  String pid() {
    return pid;
  }

  List<Key> keys() {
    return keys;
  }
}
