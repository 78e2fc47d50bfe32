package nl.meldcode.acceptance.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.StartCommand;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** The shipped libraries in a Felix within this process; the plugin comes and goes in it. */
final class InnerFelix implements AutoCloseable {
  private static final Path SHIPPED = StartCommand.ROOT.resolve("bundle/target/distribution");
  private static final Path PLUGIN = SHIPPED.resolve("plugin/nl.meldcode.jar");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Framework framework;

  /** Starts all but the plugin, which is configured for this school. */
  InnerFelix(Path folder, int port, SmallestSchool school) throws IOException, BundleException {
    Path configuration = Files.writeString(folder.resolve("configuration.json"), json(school));
    // The log asks Java itself for these two; libraries of this test's own have no log to take.
    System.setProperty("logback.configurationFile", SHIPPED.resolve("conf/logback.xml").toString());
    System.setProperty("meldcode.log.dir", folder.resolve("log").toString());
    Map<String, String> settings = new HashMap<>();
    settings.put("org.osgi.framework.storage", folder.resolve("felix-cache").toString());
    settings.put("org.osgi.framework.bootdelegation", "sun.misc");
    settings.put("org.apache.felix.http.host", "127.0.0.1");
    settings.put("org.osgi.service.http.port", port + "");
    settings.put("configurator.initial", "file:" + configuration);
    framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(settings);
    framework.start();
    List<Bundle> libraries = new ArrayList<>();
    for (String part : List.of("bundles", "configurator")) {
      for (Path jar : jars(SHIPPED.resolve(part))) {
        libraries.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
      }
    }
    for (Bundle library : libraries) {
      if (library.getHeaders().get("Fragment-Host") == null) {
        library.start();
      }
    }
  }

  /** Installs the plugin without starting it. */
  Bundle install() throws BundleException {
    return framework.getBundleContext().installBundle(PLUGIN.toUri().toString());
  }

  /** Replaces the plugin, as by a new version. */
  void update(Bundle plugin) throws BundleException, IOException {
    try (InputStream in = Files.newInputStream(PLUGIN)) {
      plugin.update(in);
    }
    refresh();
  }

  /** Wires anew what was replaced or removed. */
  void refresh() {
    boolean[] done = {false};
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(
            null, event -> done[0] |= event.getType() == FrameworkEvent.PACKAGES_REFRESHED);
    Await.until("refreshed", PATIENCE, () -> done[0]);
  }

  @Override
  public void close() {
    try {
      framework.stop();
      framework.waitForStop(PATIENCE.toMillis());
    } catch (BundleException e) {
      throw new IllegalStateException("the framework does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the framework stops", e);
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String json(SmallestSchool school) {
    return "{\":configurator:resource-version\": 1, \":configurator:symbolic-name\": \"test\","
        + "\":configurator:version\": \"1.0.0\",\"nl.meldcode\": "
        + object(school.ofPlugin())
        + ",\"nl.meldcode.host~school\": "
        + object(school.ofHost())
        + "}";
  }

  private static String object(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(one -> "\"" + one.getKey() + "\": \"" + one.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
