package nl.meldcode.acceptance.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each package in what it is meant for, as it comes from its makers. {@code integration-tests/run
 * install} fetches those.
 */
@Tag("install")
class InstallTest {
  private static final Path FETCHED =
      StartCommand.ROOT.resolve("integration-tests/acceptance/target/fetched");
  private static final Path FELIX =
      StartCommand.ROOT.resolve("bundle/target/distribution/felix.jar");

  /** What a framework with an HTTP service of its own has. */
  private static final List<String> HTTP = List.of("org.apache.felix.http.", "commons-");

  private final int port = StartCommand.freePort();

  @TempDir Path folder;
  private Path data = Path.of("");
  private Path home = Path.of("");

  @BeforeEach
  void folders() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    home = Files.createDirectory(folder.resolve("home"));
  }

  @Test
  @Covers("P6")
  void aKarIsDroppedIntoKarafWithoutANetwork() throws IOException {
    Packages.untar(fetched("apache-karaf-"), home);
    karafSetting("org.apache.karaf.shell.cfg", "sshPort");
    karafSetting("org.apache.karaf.management.cfg", "rmiRegistryPort");
    karafSetting("org.apache.karaf.management.cfg", "rmiServerPort");
    Files.writeString(
        home.resolve("etc/org.ops4j.pax.url.mvn.cfg"),
        """
        org.ops4j.pax.url.mvn.repositories =
        org.ops4j.pax.url.mvn.localRepository = ${karaf.data}/none
        org.ops4j.pax.url.mvn.defaultRepositories = \
        file:${karaf.home}/system@id=system, \
        file:${karaf.data}/kar@id=kar@multi@snapshots
        """);
    try (SmallestSchool school = new SmallestSchool(port, data)) {
      configure(school, home.resolve("etc"));
      SmallestSchool.write(
          home.resolve("etc/org.apache.felix.http.cfg"),
          Map.of(
              "org.apache.felix.http.host", "127.0.0.1", "org.osgi.service.http.port", port + ""));
      String java = "JAVA_HOME=" + System.getProperty("java.home");
      try (StartCommand karaf =
          new StartCommand(List.of("env", java, home.resolve("bin/karaf").toString(), "server"))) {
        Path kar = new Packages(folder.resolve("packages")).kar();
        Files.copy(kar, home.resolve("deploy").resolve(kar.getFileName()));
        school.untilOffered(karaf);
        school.recordsASignal();
      }
    }
    assertThat(Files.readString(home.resolve("data/log/karaf.log"))).doesNotContain("| ERROR |");
  }

  @Test
  @Covers("P6")
  void aZipIsUnpackedInAFelixWithFileInstall() throws IOException {
    Packages.unzip(new Packages(folder.resolve("packages")).fileInstall(), home);
    try (SmallestSchool school = new SmallestSchool(port, data)) {
      configure(school, home.resolve("load"));
      try (StartCommand felix = felix()) {
        school.untilOffered(felix);
        school.recordsASignal();
      }
    }
  }

  @Test
  @Covers("P6")
  void aFelixWithAnHttpServiceOfItsOwnIsAskedForTheRestAlone() throws IOException {
    Path unpacked = folder.resolve("unpacked");
    Packages.unzip(new Packages(folder.resolve("packages")).fileInstall(), unpacked);
    Files.move(unpacked.resolve("bundle"), home.resolve("bundle"));
    Files.move(unpacked.resolve("conf"), home.resolve("conf"));
    Files.createDirectory(home.resolve("load"));
    List<Path> rest = new ArrayList<>();
    for (Path jar : list(unpacked.resolve("load"))) {
      boolean own = HTTP.stream().anyMatch(jar.getFileName().toString()::startsWith);
      if (own) {
        Files.move(jar, home.resolve("bundle").resolve(jar.getFileName()));
      } else {
        rest.add(jar);
      }
    }
    try (SmallestSchool school = new SmallestSchool(port, data);
        StartCommand felix = felix()) {
      school.untilSomebodyListens();
      assertThat(school.isOffered()).as("before it is installed").isFalse();

      configure(school, home.resolve("load"));
      for (Path jar : rest) {
        Files.move(jar, home.resolve("load").resolve(jar.getFileName()));
      }
      school.untilOffered(felix);
      school.recordsASignal();
    }
  }

  private void configure(SmallestSchool school, Path where) {
    SmallestSchool.write(where.resolve("nl.meldcode.cfg"), school.ofPlugin());
    SmallestSchool.write(where.resolve("nl.meldcode.host-school.cfg"), school.ofHost());
  }

  /** A framework, File Install and nothing else, started in its folder. */
  private StartCommand felix() throws IOException {
    Path fileInstall = fetched("org.apache.felix.fileinstall-");
    Files.copy(fileInstall, home.resolve("bundle").resolve(fileInstall.getFileName()));
    Path properties =
        Files.writeString(
            home.resolve("conf/config.properties"),
            """
            felix.auto.deploy.dir=%1$s/bundle
            felix.auto.deploy.action=install,start
            org.osgi.framework.storage=%1$s/felix-cache
            felix.fileinstall.dir=%1$s/load
            felix.fileinstall.poll=500
            org.apache.felix.http.host=127.0.0.1
            org.osgi.service.http.port=%2$d
            """
                .formatted(home, port));
    return new StartCommand(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Dfelix.config.properties=file:" + properties,
            "-Dlogback.configurationFile=" + home.resolve("conf/logback.xml"),
            "-Dmeldcode.log.dir=" + data.resolve("log"),
            "-jar",
            FELIX.toString()));
  }

  /** Another school may run on this machine. */
  private void karafSetting(String file, String name) throws IOException {
    Path settings = home.resolve("etc").resolve(file);
    String before = Files.readString(settings);
    String after =
        before.replaceAll("(?m)^" + name + "\\s*=.*", name + " = " + StartCommand.freePort());
    assertThat(after).isNotEqualTo(before);
    Files.writeString(settings, after);
  }

  private static Path fetched(String name) throws IOException {
    return list(FETCHED).stream()
        .filter(file -> file.getFileName().toString().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("run integration-tests/run install"));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
