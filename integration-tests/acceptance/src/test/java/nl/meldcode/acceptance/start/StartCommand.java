package nl.meldcode.acceptance.start;

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
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Call;

/** One command of the project in a process of its own, ended when it is closed. */
final class StartCommand implements AutoCloseable {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;

  /** {@code bundle/start --bare}. */
  StartCommand(int port, Path data, String... more) {
    this(
        Stream.concat(
                Stream.of("bundle/start", "--bare", "--port", port + "", "--data", data.toString()),
                Stream.of(more))
            .toList());
  }

  /** A command and its words, in the folder of the project. */
  StartCommand(List<String> words) {
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

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StartCommand untilReady(int port) {
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
  StartCommand until(String printed) {
    Await.until(printed, PATIENCE, () -> output().contains(printed));
    return this;
  }

  /** All that was printed so far. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Ctrl-C or an administrator does. */
  int stop() {
    process.destroy();
    return exitCode();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What a power cut does. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    exitCode();
  }

  int exitCode() {
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
    process.destroyForcibly();
  }
}
