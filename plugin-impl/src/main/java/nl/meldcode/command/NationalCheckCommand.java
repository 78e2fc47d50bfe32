package nl.meldcode.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.progress.TerminalProgress;

/**
 * The command {@code bundle/national-check}, which asks the running plugin: 0 with an answer, 1
 * without, 2 for bad use.
 */
public final class NationalCheckCommand {
  private static final int LOOK_MILLIS = 200;
  private final Path ask;
  private final Path progress;
  private final Path answer;
  private final Duration patience;

  NationalCheckCommand(Path data, Duration patience) {
    Path run = data.resolve("run");
    ask = run.resolve("ask-national");
    progress = run.resolve("national.progress");
    answer = run.resolve("national.csv");
    this.patience = patience;
  }

  /** Takes {@code DATA}. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), Duration.ofMinutes(1), System.out, System.err));
  }

  static int run(List<String> arguments, Duration patience, PrintStream out, PrintStream err) {
    if (arguments.size() != 1) {
      err.println("national-check: DATA");
      return 2;
    }
    try {
      return new NationalCheckCommand(Path.of(arguments.get(0)), patience).ask(out, err) ? 0 : 1;
    } catch (IOException e) {
      err.println("national-check: " + e.getMessage());
      return 1;
    }
  }

  private boolean ask(PrintStream out, PrintStream err) throws IOException {
    if (Files.exists(ask)) {
      err.println("national-check: somebody asks already");
      return false;
    }
    Files.deleteIfExists(progress);
    Files.deleteIfExists(answer);
    PrivateFiles.make(ask);
    if (!isAnswered(err)) {
      Files.deleteIfExists(ask);
      err.println("national-check: the plugin does not answer; see its log, and bundle/check");
      return false;
    }
    out.print(Files.readString(answer));
    Files.delete(answer);
    return true;
  }

  /** Waits as long as it is told something new now and then. */
  private boolean isAnswered(PrintStream err) throws IOException {
    long heard = System.nanoTime();
    String last = "";
    try (TerminalProgress bar = TerminalProgress.on(err)) {
      while (Files.exists(ask)) {
        String now = Files.exists(progress) ? Files.readString(progress) : "";
        if (!now.equals(last)) {
          show(bar, last.isEmpty(), now.strip().split(" "));
          last = now;
          heard = System.nanoTime();
        }
        if (System.nanoTime() - heard > patience.toNanos() || !slept()) {
          return false;
        }
      }
    }
    return Files.exists(answer);
  }

  private static void show(TerminalProgress bar, boolean isFirst, String[] doneOfAll) {
    if (doneOfAll.length == 2) {
      if (isFirst) {
        bar.begin("dossiers", Long.parseLong(doneOfAll[1]));
      }
      bar.at(Long.parseLong(doneOfAll[0]));
    }
  }

  private static boolean slept() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
