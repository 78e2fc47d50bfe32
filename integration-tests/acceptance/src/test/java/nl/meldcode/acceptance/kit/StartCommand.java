package nl.meldcode.acceptance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One command in a process of its own, ended with all that it started when it is closed. */
public final class StartCommand implements AutoCloseable {
  /** The folder of the project. */
  public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;

  /** {@code bundle/start --bare}. */
  public StartCommand(int port, Path data, String... more) {
    this(
        Stream.concat(
                Stream.of("bundle/start", "--bare", "--port", port + "", "--data", data.toString()),
                Stream.of(more))
            .toList());
  }

  /** A command and its words, in the folder of the project. */
  public StartCommand(List<String> words) {
    try {
      output = Files.createTempFile("meldcode-start", ".txt");
      process =
          new ProcessBuilder(words)
              .directory(ROOT.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that nobody listens on now. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the plugin on this port says that it is ready. */
  public StartCommand untilReady(int port) {
    URI readiness = URI.create("http://127.0.0.1:" + port + "/meldcode/api/v1/readiness");
    Await.until("readiness on port " + port, PATIENCE, () -> isReady(readiness));
    Await.until("the message that it is ready", PATIENCE, () -> output().contains("Ctrl-C"));
    return this;
  }

  private boolean isReady(URI readiness) {
    if (!process.isAlive()) {
      throw new AssertionError("the start ended: " + output());
    }
    try {
      return Call.get(readiness).send().status() == 200;
    } catch (UncheckedIOException notListeningYet) {
      return false;
    }
  }

  /** Waits until this was printed. */
  public StartCommand until(String printed) {
    Await.until(printed, PATIENCE, () -> output().contains(printed));
    return this;
  }

  /** All that was printed so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What Ctrl-C or an administrator does. */
  public int stop() {
    process.destroy();
    return exitCode();
  }

  /** What a power cut does. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    exitCode();
  }

  /** How it ended. */
  public int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the process does not end: " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the process ends", e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
