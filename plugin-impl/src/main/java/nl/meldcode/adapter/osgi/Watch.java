package nl.meldcode.adapter.osgi;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.adapter.health.AskedByFile;
import nl.meldcode.adapter.health.OpenMetrics;
import nl.meldcode.adapter.health.OpenMetrics.Figure;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.osgi.config.PluginSettings;
import nl.meldcode.adapter.osgi.config.PluginSettings.DiskLimits;
import nl.meldcode.adapter.store.SqlStore;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.health.Backlog;
import nl.meldcode.application.health.BackupCheck;
import nl.meldcode.application.health.ChainCheck;
import nl.meldcode.application.health.Check;
import nl.meldcode.application.health.CheckUp;
import nl.meldcode.application.health.ClockCheck;
import nl.meldcode.application.health.ConsoleCheck;
import nl.meldcode.application.health.DatabaseCheck;
import nl.meldcode.application.health.DiskCheck;
import nl.meldcode.application.health.HostCheck;
import nl.meldcode.application.health.KeysCheck;
import nl.meldcode.application.health.PagesCheck;
import nl.meldcode.application.health.Part;
import nl.meldcode.application.health.RelayCheck;
import nl.meldcode.application.health.Report;
import nl.meldcode.application.health.Standing;
import nl.meldcode.application.health.Traffic;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.text.Texts;
import nl.meldcode.files.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the plugin while it runs, and says how it is. */
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final long PAUSE = Duration.ofSeconds(30).toNanos();
  private static final long STALE = Duration.ofMinutes(2).toNanos();
  private static final long HOST_FIRST = Duration.ofSeconds(30).toNanos();
  private static final SchoolId NODE = new SchoolId("node");
  private static final byte[] WORD = {'h', 'e', 'a', 'l', 't', 'h'};

  private final Parts parts;
  private final Clock clock;
  private final Path data;
  private final HostCheck host;
  private final CheckUp checkUp;
  private final Standing standing;
  private final AskedByFile asked;
  private final Traffic traffic = new Traffic();
  private volatile DiskLimits limits;
  private final long begun = System.nanoTime();
  private long next = begun;

  /** A check that hangs must not let an old good report stand. */
  private volatile long looked = begun;

  /** What is looked at. */
  record Parts(
      SqlStore store,
      FileVault vault,
      Upkeep upkeep,
      HostHttp http,
      Supplier<HostCapabilities> capabilities,
      @Nullable NightlyBackup backup) {}

  Watch(Parts parts, PluginSettings settings, String shown, BundleContext bundle, Clock clock) {
    this.parts = parts;
    this.clock = clock;
    data = settings.dataDir();
    limits = settings.disk();
    host = new HostCheck(this::askHost, parts.http()::sight);
    Routes routes = new Routes(bundle);
    checkUp = new CheckUp(checks(routes, settings, bundle), clock);
    String version = bundle.getBundle().getVersion().toString();
    standing = new Standing(new Texts(), version, settings.region());
    // In the order of their names: the English answer looks, and what follows tells what was seen.
    asked =
        new AskedByFile(
            data,
            Map.of(
                "check-nl.txt", () -> say(Locale.forLanguageTag("nl"), checkUp.last()),
                "check-en.txt", () -> say(Locale.ENGLISH, checkUp.look()),
                "metrics.txt", this::metrics,
                "threads.txt", Machine::threads,
                "bundles.txt", () -> Machine.bundles(bundle.getBundles()),
                "configuration.txt", () -> shown,
                "tables.txt", this::tables));
  }

  private Map<Part, Check> checks(Routes routes, PluginSettings settings, BundleContext bundle) {
    Map<Part, Check> checks = new EnumMap<>(Part.class);
    checks.put(Part.PAGES, new PagesCheck(routes.expected(), routes::served));
    SqlStore store = parts.store();
    checks.put(
        Part.DATABASE,
        new DatabaseCheck(this::mend, () -> store.sight().writeAndRead(parts.vault())));
    checks.put(Part.CHAIN, new ChainCheck(store::damaged, parts.upkeep().signedAt()::get, clock));
    checks.put(Part.HOST, host);
    checks.put(Part.RELAY, new RelayCheck(store.sight()::backlog, clock));
    checks.put(Part.KEYS, new KeysCheck(data, PrivateFiles::isPrivate, this::sealAndOpen, clock));
    List<Supplier<OptionalLong>> disks = new ArrayList<>();
    disks.add(() -> Machine.free(data));
    Path backups = settings.backups().dir();
    if (backups != null) {
      disks.add(() -> Machine.free(backups));
    }
    checks.put(Part.DISK, new DiskCheck(disks, () -> limits.warn(), () -> limits.critical()));
    checks.put(Part.CLOCK, new ClockCheck(parts.http()::sight));
    checks.put(Part.BACKUP, new BackupCheck(parts.backup(), clock));
    checks.put(
        Part.CONSOLE,
        new ConsoleCheck(
            () ->
                Arrays.stream(bundle.getBundles())
                    .map(Bundle::getSymbolicName)
                    .filter(Objects::nonNull)
                    .toList()));
    return checks;
  }

  /**
   * Not at once: a host that starts with the plugin is not there yet, and what was asked in vain is
   * not asked again for a while, which would refuse the first launch.
   */
  private HostCapabilities askHost() {
    if (System.nanoTime() - begun < HOST_FIRST) {
      throw new HostUnavailable("not asked yet");
    }
    return parts.capabilities().get();
  }

  /** Looks every half minute, and at once when somebody asks. Nobody waits for it. */
  boolean run() {
    if (System.nanoTime() - next >= 0) {
      checkUp.look();
      looked = System.nanoTime();
      next = System.nanoTime() + PAUSE;
    }
    asked.look();
    return false;
  }

  /** Whether people can work: every page is served, and the database takes and gives. */
  boolean isReady() {
    Report last = checkUp.last();
    boolean fresh = System.nanoTime() - looked < STALE;
    return fresh && last.works(Part.PAGES) && last.works(Part.DATABASE);
  }

  /** How everything is now. */
  String say(Locale locale) {
    return say(locale, checkUp.look());
  }

  private String say(Locale locale, Report report) {
    return standing.say(locale, report, host.capabilities());
  }

  Report last() {
    return checkUp.last();
  }

  Traffic traffic() {
    return traffic;
  }

  void limits(DiskLimits other) {
    limits = other;
  }

  /** Figures of the whole plugin. */
  String metrics() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    Instant now = clock.instant();
    List<Figure> all = new ArrayList<>(relay(now));
    all.add(
        new Figure(
            "meldcode_host_circuits_open",
            "Kinds of calls that are not made now.",
            parts.http().sight().open()));
    all.add(
        new Figure(
            "meldcode_requests_refused",
            "Told to come back since the start, as too many came at once.",
            traffic.refusals()));
    all.add(new Figure("meldcode_store_bytes", "Size of the database.", Machine.size(data)));
    Machine.free(data)
        .ifPresent(free -> all.add(new Figure("meldcode_disk_free_bytes", "Free space.", free)));
    all.add(new Figure("meldcode_threads", "Threads of the JVM.", Machine.threadCount()));
    all.add(new Figure("meldcode_heap_used_bytes", "Heap in use.", heap.getUsed()));
    all.add(new Figure("meldcode_heap_max_bytes", "Heap at most.", heap.getMax()));
    NightlyBackup backup = parts.backup();
    if (backup != null) {
      backup
          .goodAsOf()
          .ifPresent(
              at -> all.add(age("meldcode_backup_age_seconds", "Of the last good one.", at, now)));
    }
    return OpenMetrics.of(all, checkUp.last(), traffic);
  }

  /** None while the database is away: the others are then wanted most. */
  private List<Figure> relay(Instant now) {
    List<Figure> all = new ArrayList<>();
    try {
      Backlog backlog = parts.store().sight().backlog();
      all.add(new Figure("meldcode_relay_waiting", "Dossiers to deliver.", backlog.waiting()));
      all.add(
          new Figure("meldcode_relay_parked", "Those that wait for a person.", backlog.parked()));
      backlog
          .oldestAt()
          .ifPresent(
              at -> all.add(age("meldcode_relay_oldest_seconds", "Age of the oldest.", at, now)));
    } catch (StoreUnavailable e) {
      LOG.warn("how much is to be delivered cannot be told", e);
    }
    return all;
  }

  private String tables() {
    return parts.store().sight().rowsPerTable().entrySet().stream()
        .map(table -> table.getKey() + " " + table.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static Figure age(String name, String help, Instant since, Instant now) {
    return new Figure(name, help, Math.max(0, Duration.between(since, now).toSeconds()));
  }

  /** After the disk failed, nobody has to start anything again. */
  private void mend() {
    parts.vault().mend();
    parts.store().mend();
    parts.upkeep().log().mend();
  }

  private void sealAndOpen() {
    parts.vault().open(NODE, WORD, parts.vault().seal(NODE, WORD, WORD));
  }
}
