package nl.meldcode.adapter.osgi.config;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the configuration, wrong in every way that it can be. */
@Covers("P10")
class ConfigurationTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final String HIDDEN = "geheim-4711";

  @TempDir private Path place;
  private final Map<String, Object> plugin = new HashMap<>();
  private final Map<String, Object> host = new HashMap<>();
  private final Map<String, Object> oneRoster = new HashMap<>();

  @BeforeEach
  void right() throws IOException {
    Path secret = Files.writeString(place.resolve("secret"), HIDDEN);
    Files.setPosixFilePermissions(secret, fromString("rw-------"));
    Files.writeString(place.resolve("file"), "x");
    Files.createFile(place.resolve("empty"), asPrivate());
    Path open = Files.writeString(place.resolve("open"), HIDDEN);
    Files.setPosixFilePermissions(open, fromString("rw-r-----"));
    Files.createDirectories(place.resolve("broken/x/1.0.0"));
    Files.writeString(place.resolve("broken/x/1.0.0/protocol.json"), "{");
    plugin.put("dataDir", place.resolve("data").toString());
    plugin.put("publicUri", "https://meldcode.example/meldcode");
    plugin.put("protocol", "onderwijs-2019@1.0.0");
    String connect = "https://las.example/connect/v1";
    host.putAll(Map.of("tenant", "t", "issuer", "i", "deployment", "d", "clientId", "c"));
    host.putAll(Map.of("baseUri", connect, "tokenUri", connect + "/t", "jwksUri", connect + "/j"));
    host.put("frameOrigins", new String[] {"https://las.example"});
    host.put("launchUri", "https://meldcode.example/meldcode/launch");
    host.put("roster", "oneroster");
    oneRoster.putAll(Map.of("server", "s", "baseUri", connect, "tokenUri", connect));
    oneRoster.putAll(Map.of("clientId", "c", "clientSecretFile", secret.toString()));
    oneRoster.put("schools", List.of("de-vlieger 1", "de-ark 2"));
  }

  @Test
  void whatIsRightIsReadWithWhatHoldsOtherwise() {
    Settings settings = Configuration.read(plugin, host, oneRoster);

    assertThat(settings.plugin().region()).isEqualTo("midden");
    assertThat(settings.plugin().backups().keep()).isEqualTo(14);
    assertThat(settings.plugin().backups().dir()).isNull();
    assertThat(settings.plugin().disk().critical()).isEqualTo(512L * 1024 * 1024);
    assertThat(settings.fromOneRoster()).isTrue();
    assertThat(settings.oneRoster()).isNotNull();
    assertThat(settings.host()).isNotNull();
    assertThat(place.resolve("data")).as("nothing is made").doesNotExist();
  }

  @Test
  void aProxyMayPutAPathBeforeOurs() {
    plugin.put("publicUri", "https://s.example:8443/school/x.1/meldcode");
    host.put("launchUri", "https://s.example:8443/school/x.1/meldcode/launch");

    assertThat(Configuration.read(plugin, host, oneRoster).plugin().publicUri())
        .hasToString("https://s.example:8443/school/x.1/meldcode");
  }

  /** File Install and Karaf give texts where others give numbers and lists. */
  @Test
  void textsAreTakenForNumbersAndLists() {
    plugin.putAll(Map.of("backupKeep", "3", "diskWarnMb", 900));
    plugin.putAll(Map.of("service.pid", "nl.meldcode", "felix.fileinstall.filename", "x"));
    host.put("frameOrigins", "https://a.example, https://b.example:8443");

    Settings settings = Configuration.read(plugin, host, null);

    assertThat(settings.plugin().backups().keep()).isEqualTo(3);
    assertThat(settings.host())
        .satisfies(
            one ->
                assertThat(one.frameOrigins())
                    .containsExactly("https://a.example", "https://b.example:8443"));
    assertThat(settings.oneRoster()).as("it may come later").isNull();
  }

  @Test
  void allFaultsAreSaidAtOnce() {
    plugin.putAll(Map.of("publicUri", "meldcode", "backupAt", "25:00", "backupKeep", "0"));
    host.remove("tenant");
    host.put("jwksUri", "http://las.example/j");
    oneRoster.put("schools", List.of("de-vlieger"));

    assertThat(faults())
        .extracting(fault -> fault.pid() + " " + fault.key() + " " + fault.wrong())
        .containsExactly(
            "nl.meldcode publicUri no-address",
            "nl.meldcode backupAt no-time",
            "nl.meldcode backupKeep out-of-range",
            "nl.meldcode.host tenant missing",
            "nl.meldcode.host jwksUri not-https",
            "nl.meldcode.oneroster schools lines");
  }

  @Test
  void backupsAreMadeOfSqliteAlone() throws IOException {
    Path file = Files.createFile(place.resolve("pg"), asPrivate());
    Files.writeString(file, "url=jdbc:postgresql://db/meldcode");
    plugin.putAll(Map.of("postgresFile", file.toString(), "backupDir", place + "-backups"));

    assertThat(faults())
        .extracting(fault -> fault.key() + " " + fault.wrong())
        .containsExactly("backupDir with-postgres");
  }

  @Test
  @Covers("P13")
  void halfAMailServerIsSaidToBeHalf() {
    plugin.putAll(Map.of("mailHost", "mail.example", "mailUser", "plein"));

    assertThat(faults())
        .extracting(fault -> fault.key() + " " + fault.wrong())
        .containsExactly("mailFrom missing", "mailProduct missing", "mailPasswordFile missing");
  }

  @Test
  void aFaultSaysWhereWhatAndWhatIsAllowed() {
    plugin.putAll(Map.of("backupAt", "25:00", "service.pid", "nl.meldcode"));
    host.put("tenant", " ");
    host.put("service.pid", "nl.meldcode.host~school");

    assertThat(faults())
        .extracting(fault -> new FaultTexts(DUTCH).say(fault))
        .containsExactly(
            "nl.meldcode: backupAt = \"25:00\": dat is geen tijd van de dag. Toegestaan: uren en"
                + " minuten, van 00:00 tot en met 23:59. Zonder deze regel geldt: 02:30.",
            "nl.meldcode.host~school: tenant: deze regel ontbreekt of is leeg. Toegestaan: precies"
                + " wat de leverancier opgeeft. Deze regel is verplicht.");
    assertThat(new FaultTexts(Locale.ENGLISH).say(faults().get(0)))
        .startsWith("nl.meldcode: backupAt = \"25:00\": that is no time of the day. Allowed:");
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void eachIsOneFault(Schema of, String key, @Nullable Object value, String wrong) {
    Map<String, Object> changed =
        switch (of) {
          case PLUGIN -> plugin;
          case HOST -> host;
          case ONE_ROSTER -> oneRoster;
        };
    changed.remove(key);
    if (value != null) {
      changed.put(key, value instanceof String text ? text.replace("PLACE", "" + place) : value);
    }

    List<Fault> faults = faults();

    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).key()).isEqualTo(key);
    assertThat(faults.get(0).wrong()).isEqualTo(wrong);
    for (Locale locale : List.of(DUTCH, Locale.ENGLISH)) {
      assertThat(new FaultTexts(locale).say(faults.get(0)))
          .startsWith(of.pid() + ": " + key)
          .hasLineCount(1)
          .doesNotContain(HIDDEN);
    }
  }

  /** Every line there is has a wrong that only it can have, and every wrong was seen. */
  @Test
  void noLineAndNoWrongIsLeftOut() {
    Map<String, Set<String>> seen = new TreeMap<>();
    Set<String> wrongs = new HashSet<>(Set.of("wrong.with-postgres"));
    wrongs()
        .forEach(
            one -> {
              Schema of = (Schema) one.get()[0];
              seen.computeIfAbsent(of.pid(), pid -> new HashSet<>()).add((String) one.get()[1]);
              wrongs.add("wrong." + one.get()[3]);
            });
    for (Schema each : Schema.values()) {
      assertThat(seen.get(each.pid())).containsAll(each.keys().stream().map(Key::name).toList());
    }
    assertThat(wrongs)
        .containsExactlyInAnyOrderElementsOf(
            Texts.keys("configuration_nl").stream().filter(k -> k.startsWith("wrong.")).toList());
  }

  private static Stream<Arguments> wrongs() {
    return Stream.of(ofPlugin(), ofAddress(), ofMail(), ofHost(), ofOneRoster())
        .flatMap(all -> all);
  }

  private static Stream<Arguments> ofAddress() {
    return Stream.of(
        row("publicUri", "meldcode", "no-address"),
        row("publicUri", "ftp://a.example/meldcode", "no-address"),
        row("publicUri", "https://a b/meldcode", "no-address"),
        row("publicUri", "http://meldcode.example/meldcode", "not-https"),
        row("publicUri", "https://u:" + HIDDEN + "@x.example/meldcode", "address-extra"),
        row("publicUri", "https://x.example/meldcode/", "address-extra"),
        row("publicUri", "https://x.example/elders", "path-other"),
        row("publicUri", "https://x.example/school/../meldcode", "path-other"),
        row("publicUri", "https://x.example/a%20b/meldcode", "path-other"),
        row("publicUri", "https://x.example:443/meldcode", "not-as-shown"),
        row("publicUri", "https://X.example/meldcode", "not-as-shown"));
  }

  private static Stream<Arguments> ofPlugin() {
    return Stream.of(
            Stream.of("dataDir", "publicUri", "protocol").map(key -> row(key, null, "missing")),
            Stream.of(
                row("dataDir", "data", "relative"),
                row("dataDir", "/a\0b", "no-path"),
                row("dataDir", "PLACE/file/data", "no-folder"),
                row("dataDir", "/proc/self/data", "not-writable"),
                row("protocol", "onderwijs", "no-protocol"),
                row("protocol", "onderwijs-2019@9.9.9", "protocol-absent"),
                row("protocolDir", "PLACE/file", "no-folder"),
                row("protocolDir", "PLACE/broken", "protocol-unreadable"),
                row("region", "oost", "no-choice"),
                row("region", List.of("noord", "zuid"), "many"),
                row("backupDir", "PLACE/data/backups", "inside-data"),
                row("backupDir", "PLACE", "around-data"),
                row("backupDir", "backups", "relative"),
                row("backupAt", "2:30", "no-time"),
                row("backupAt", "24:00", "no-time"),
                row("backupKeep", "veel", "no-number"),
                row("backupKeep", "-1", "out-of-range"),
                row("backupKeep", "99999999999999", "out-of-range"),
                row("diskWarnMb", "0", "out-of-range"),
                row("diskCriticalMb", "2048", "not-less"),
                row("healthFrom", "internet", "no-choice"),
                row("metricsTokenFile", "PLACE/none", "not-readable"),
                row("metricsTokenFile", HIDDEN, "relative"),
                row("metricsTokenFile", "PLACE/open", "not-private"),
                row("metricsTokenFile", "PLACE/empty", "empty-file"),
                row("backupdir", HIDDEN, "unknown")))
        .flatMap(all -> all);
  }

  private static Stream<Arguments> ofMail() {
    return Stream.of(
        row("postgresFile", "PLACE/open", "not-private"),
        row("clamdAddress", "clam.example:3310", "no-scanner"),
        row("clamdAddress", "localhost:99999", "no-scanner"),
        row("mailHost", List.of("a", "b"), "many"),
        row("mailPort", "65536", "out-of-range"),
        row("mailUser", List.of(HIDDEN, "b"), "many"),
        row("mailPasswordFile", "PLACE/open", "not-private"),
        row("mailFrom", "plein", "no-mail-address"),
        row("mailProduct", "de Meldcode", "says-meldcode"));
  }

  private static Stream<Arguments> ofHost() {
    return Stream.of(
            Stream.of("tenant", "issuer", "deployment", "baseUri", "tokenUri", "jwksUri")
                .map(key -> arguments(Schema.HOST, key, null, "missing")),
            Stream.of("frameOrigins", "launchUri", "clientId")
                .map(key -> arguments(Schema.HOST, key, "", "missing")),
            Stream.of("baseUri", "tokenUri", "jwksUri")
                .map(key -> arguments(Schema.HOST, key, "https://a.example/?x", "address-extra")),
            Stream.of(
                arguments(Schema.HOST, "frameOrigins", "https://a.example/page", "no-origin"),
                arguments(Schema.HOST, "frameOrigins", "http://a.example", "not-https"),
                arguments(Schema.HOST, "frameOrigins", "https://a.example:443", "not-as-shown"),
                arguments(Schema.HOST, "launchUri", "https://meldcode.example/l", "not-launch"),
                arguments(Schema.HOST, "roster", "one-roster", "no-choice"),
                arguments(Schema.HOST, "clientSecret", HIDDEN, "unknown")))
        .flatMap(all -> all);
  }

  private static Stream<Arguments> ofOneRoster() {
    return Stream.of(
            Stream.of("server", "clientId", "clientSecretFile", "schools")
                .map(key -> arguments(Schema.ONE_ROSTER, key, null, "missing")),
            Stream.of("baseUri", "tokenUri")
                .map(key -> arguments(Schema.ONE_ROSTER, key, "http://b.example", "not-https")),
            Stream.of(
                arguments(Schema.ONE_ROSTER, "clientSecretFile", "PLACE/open", "not-private"),
                arguments(Schema.ONE_ROSTER, "schools", List.of("a 1", "a 2"), "lines"),
                arguments(Schema.ONE_ROSTER, "roles", "IB de-nergens " + HIDDEN, "lines"),
                arguments(Schema.ONE_ROSTER, "roles", "BAAS de-vlieger " + HIDDEN, "lines")))
        .flatMap(all -> all);
  }

  private static Arguments row(String key, @Nullable Object value, String wrong) {
    return arguments(Schema.PLUGIN, key, value, wrong);
  }

  private List<Fault> faults() {
    return catchThrowableOfType(
            WrongConfiguration.class, () -> Configuration.read(plugin, host, oneRoster))
        .faults();
  }

  private static FileAttribute<?> asPrivate() {
    return PosixFilePermissions.asFileAttribute(fromString("rw-------"));
  }
}
