package nl.meldcode.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.backup.BackupRefused;
import nl.meldcode.backup.RestoreBackup;
import nl.meldcode.progress.TerminalProgress;
import org.jspecify.annotations.Nullable;

/** The command {@code bundle/restore}: 0 when it was restored, 1 when not, 2 for bad use. */
public final class RestoreCommand {
  private RestoreCommand() {}

  /**
   * Takes {@code BACKUP DATA KEYS ERASURES}, the last two empty when not given, and then {@code
   * replace} and {@code partly} as they are wished.
   */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), Clock.systemUTC(), System.out, System.err));
  }

  static int run(List<String> arguments, Clock clock, PrintStream out, PrintStream err) {
    if (arguments.size() < 4) {
      err.println("restore: BACKUP DATA KEYS ERASURES [replace] [partly]");
      return 2;
    }
    RestoreBackup.Wish wish =
        new RestoreBackup.Wish(
            given(arguments.get(2)),
            given(arguments.get(3)),
            arguments.contains("replace"),
            arguments.contains("partly"));
    try {
      List<String> told;
      try (TerminalProgress progress = TerminalProgress.on(err)) {
        told =
            RestoreBackup.run(
                Path.of(arguments.get(0)), Path.of(arguments.get(1)), wish, clock, progress);
      }
      told.forEach(out::println);
      return 0;
    } catch (BackupRefused | StartRefused e) {
      err.println("restore: " + e.getMessage());
      return 1;
    }
  }

  private static @Nullable Path given(String word) {
    return word.isEmpty() ? null : Path.of(word);
  }
}
