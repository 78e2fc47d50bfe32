package nl.meldcode.acceptance.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The shipped distribution with the reference host and the test equipment, in a process of its own.
 * Needs the distribution to be built; {@code bundle/start} sees to that.
 */
public final class StartedSchool implements AutoCloseable {
  private static final Path ROOT = root();
  private static final String PASSWORD = "vlieger-" + UUID.randomUUID();
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final String JAVA_OPTIONS =
      System.getProperty("meldcode.java.options", "") + " -Dmeldcode.test.clock=";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path data;
  private final int port;
  private final Instant clockStart;
  private final Surroundings surroundings;
  private final Site site;
  private Process process;

  private StartedSchool(Path data, int port, Instant clockStart, Surroundings surroundings) {
    this.surroundings = surroundings;
    this.data = data;
    this.port = port;
    this.clockStart = clockStart;
    this.site = surroundings.site(port);
    this.process = launch();
  }

  /** What it is started with, where that is not as usual. */
  private record Surroundings(
      List<String> options, @Nullable ReverseProxy proxy, @Nullable Path java, int schools) {
    Site site(int port) {
      return proxy == null ? Site.on(port, PASSWORD) : proxy.site(PASSWORD);
    }

    String trust() {
      return proxy == null ? "" : proxy.trust();
    }
  }

  /** Starts a school with nothing recorded, at this moment in the Netherlands. */
  public static StartedSchool at(LocalDate day, LocalTime time) {
    return following("scope-2013@1.0.0", day, time);
  }

  /** The same with a host that reaches the plugin within their framework. */
  public static StartedSchool inProcess(LocalDate day, LocalTime time) {
    return with(List.of("--in-process"), day, time);
  }

  /** The same with what is recorded in the PostgreSQL database of these settings. */
  public static StartedSchool inPostgres(Path settings) {
    Instant now = Instant.now();
    return with(
        List.of("--postgres", settings.toString()),
        LocalDate.ofInstant(now, ZONE),
        LocalTime.ofInstant(now, ZONE));
  }

  /**
   * A whole board: the school, and made ones beside it up to that many. Its clock goes with ours,
   * by which launches are signed.
   */
  public static StartedSchool ofBoard(int schools) {
    Instant now = Instant.now();
    StartedSchool school =
        with(
            new Surroundings(List.of(), null, null, schools),
            LocalDate.ofInstant(now, ZONE),
            LocalTime.ofInstant(now, ZONE));
    school.goTo(LocalDate.now(ZONE), LocalTime.now(ZONE));
    return school;
  }

  /** The same for a school that follows another protocol. */
  public static StartedSchool following(String protocol, LocalDate day, LocalTime time) {
    return with(List.of("--protocol", protocol), day, time);
  }

  /** The same on the Java in this folder. */
  public static StartedSchool onJava(Path java, LocalDate day, LocalTime time) {
    return with(new Surroundings(List.of(), null, java, 1), day, time);
  }

  /** The same behind a proxy, which stands between host and plugin too. */
  public static StartedSchool behind(ReverseProxy proxy, LocalDate day, LocalTime time) {
    try {
      Path data = Files.createTempDirectory("meldcode-school");
      Path conf = Files.writeString(data.resolve("proxy.conf"), conf(proxy, data));
      String host =
          ROOT.resolve("integration-tests/reference-host/target/reference-host.jar").toString();
      List<String> options = List.of("--conf", conf.toString(), "--with", host);
      Instant moment = day.atTime(time).atZone(ZONE).toInstant();
      return new StartedSchool(
          data, proxy.behind(), moment, new Surroundings(options, proxy, null, 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As an administrator writes it; the demo host comes with the tenant and deployment it has. */
  private static String conf(ReverseProxy proxy, Path data) {
    Site site = proxy.site(PASSWORD);
    return """
        [nl.meldcode]
        publicUri = %2$s
        protocol = scope-2013@1.0.0
        [nl.meldcode.host~demo]
        tenant = f0f155a0-aeb0-309f-9b90-ad96e1aa5974
        deployment = 5dce9853-8087-3890-8cae-0fddab4165f1
        issuer = %1$s/connect/tenants/f0f155a0-aeb0-309f-9b90-ad96e1aa5974
        baseUri = %1$s/connect/v1
        tokenUri = %1$s/connect/oauth/token
        jwksUri = %1$s/connect/v1/jwks.json
        frameOrigins = %1$s
        launchUri = %2$s/launch
        clientId = meldcode
        [nl.meldcode.referencehost]
        dataDir = %3$s/host
        demoPasswordFile = %3$s/host/demo-password.txt
        hostOrigin = %1$s
        pluginBase = %2$s
        testSwitches = true
        """
        .formatted(site.host(), site.plugin(), data);
  }

  private static StartedSchool with(List<String> options, LocalDate day, LocalTime time) {
    return with(new Surroundings(options, null, null, 1), day, time);
  }

  private static StartedSchool with(Surroundings surroundings, LocalDate day, LocalTime time) {
    try {
      Path data = Files.createTempDirectory("meldcode-school");
      Instant moment = day.atTime(time).atZone(ZONE).toInstant();
      return new StartedSchool(data, freePort(), moment, surroundings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts on what somebody put into that folder, at this moment. */
  public static StartedSchool on(Path data) {
    try {
      return new StartedSchool(
          data, freePort(), Instant.now(), new Surroundings(List.of(), null, null, 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a school with nothing recorded, at this moment. */
  public static StartedSchool now() {
    Instant now = Instant.now();
    return at(LocalDate.ofInstant(now, ZONE), LocalTime.ofInstant(now, ZONE));
  }

  /** Where it is reached. */
  public Site site() {
    return site;
  }

  /** The folder of all that is kept. */
  public Path data() {
    return data;
  }

  /** The number of the server's process. */
  public long pid() {
    return process.pid();
  }

  /** Signs in at the host and opens the plugin's tab of this pupil. */
  public Tab tab(String login, String pupil) {
    return HostSession.signIn(site, login).open(Ids.pupil(pupil));
  }

  /**
   * Moves the clock of host and plugin to this moment in the Netherlands; it runs on from there.
   */
  public void goTo(LocalDate day, LocalTime time) {
    Instant moment = day.atTime(time).atZone(ZONE).toInstant();
    post("/switch/clock", moment.toString());
  }

  /** Stops, starts or replaces a bundle, by {@code "stop"}, {@code "start"}, {@code "update"}. */
  public void bundle(String name, String what) {
    post("/switch/bundles/" + name + "/" + what, "");
  }

  /** The plugin's descriptor, as a bundle of this framework gets it; 404 without the service. */
  public Answer descriptorInProcess() {
    return Call.get(equipment("/tabs/descriptor")).send();
  }

  /** What a bundle of this framework is told about this launch token. */
  public Answer launchInProcess(String token) {
    return Call.post(equipment("/tabs/launch")).body("text/plain", token).send();
  }

  /** What any bundle of this framework sees of the others. */
  public Answer inside() {
    return Call.get(equipment("/inside")).send().expect(200);
  }

  /** Changes something in the administration, as its own staff would. */
  public void hostChanges(String json) {
    Call.post(site.host().resolve("/connect/_test/changes")).json(json).send().expect(204);
  }

  /** Lets the host answer to the plugin, or not. */
  public void hostAvailable(boolean available) {
    Call.post(site.host().resolve("/connect/_test/availability"))
        .json("{\"available\": " + available + "}")
        .send()
        .expect(204);
  }

  /** Ends the process at once, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    ended();
  }

  /** Ends the process as an administrator does. */
  public void stop() {
    process.destroy();
    ended();
  }

  /** Starts a process on what the last one left. */
  public void start() {
    process = launch();
  }

  @Override
  public void close() {
    kill();
  }

  private Process launch() {
    List<String> command = new ArrayList<>();
    command.add(ROOT.resolve("bundle/start").toString());
    command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
    command.addAll(surroundings.options());
    command.addAll(
        List.of(
            "--with",
            ROOT.resolve("integration-tests/test-equipment/target/test-equipment.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("MELDCODE_DEMO_PASSWORD", PASSWORD);
    builder.environment().put("MELDCODE_TEST_SWITCHES", "true");
    builder.environment().put("MELDCODE_DEMO_SCHOOLS", Integer.toString(surroundings.schools()));
    builder
        .environment()
        .put("MELDCODE_JAVA_OPTS", JAVA_OPTIONS + clockStart + surroundings.trust());
    if (surroundings.java() != null) {
      builder.environment().put("JAVA_HOME", surroundings.java().toString());
    }
    File output = data.resolve("start.txt").toFile();
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output));
    try {
      return whenReady(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process whenReady(Process started) {
    boolean ready = false;
    try {
      Await.until("ready on port " + port, PATIENCE, () -> isReady(started));
      ready = true;
      return started;
    } finally {
      if (!ready) {
        started.destroyForcibly();
      }
    }
  }

  private boolean isReady(Process started) {
    if (!started.isAlive()) {
      throw new AssertionError("the start ended: " + output());
    }
    Site inside = Site.on(port, PASSWORD);
    return answers(inside.plugin("/api/v1/readiness"), 200)
        && answers(inside.plugin("/descriptor"), 200)
        && answers(inside.host().resolve("/login"), 200);
  }

  private static boolean answers(URI uri, int status) {
    try {
      return Call.get(uri).send().status() == status;
    } catch (UncheckedIOException | AssertionError e) {
      // While what waits for a host makes room for the whole, the server can answer by itself.
      return false;
    }
  }

  /** What was printed at its starts, and what the framework had to say. */
  public String output() {
    try {
      Path framework = data.resolve("log/framework.log");
      return Files.readString(data.resolve("start.txt"))
          + (Files.exists(framework) ? Files.readString(framework) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI equipment(String path) {
    return URI.create("http://127.0.0.1:" + port + "/test-equipment" + path);
  }

  private void post(String path, String body) {
    Call.post(equipment(path)).body("text/plain", body).send().expect(204);
  }

  private void ended() {
    try {
      // The first that stops on a Java keeps an archive of its classes, which takes a while.
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the process does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the process ends", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(here.resolve("bundle/start"))) {
      here = here.getParent();
      if (here == null) {
        throw new IllegalStateException("run this inside the source tree");
      }
    }
    return here;
  }
}
