package nl.meldcode.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nl.meldcode.backup.BackupRefused;
import nl.meldcode.backup.MakeBackup;
import nl.meldcode.progress.TerminalProgress;

/** The command {@code bundle/backup}: 0 when there is a good one, 1 when not, 2 for bad use. */
public final class BackupCommand {
  private BackupCommand() {}

  /** Takes {@code data|keys DATA TARGET [KEEP]}. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), Clock.systemUTC(), System.out, System.err));
  }

  static int run(List<String> arguments, Clock clock, PrintStream out, PrintStream err) {
    if (arguments.size() < 3 || arguments.size() > 4) {
      err.println("backup: data|keys DATA TARGET [KEEP]");
      return 2;
    }
    int keep = arguments.size() == 4 ? Integer.parseInt(arguments.get(3)) : Integer.MAX_VALUE;
    try {
      Path made;
      try (TerminalProgress progress = TerminalProgress.on(err)) {
        MakeBackup backup =
            new MakeBackup(
                Path.of(arguments.get(1)), Path.of(arguments.get(2)), keep, clock, progress);
        made = arguments.get(0).equals("keys") ? backup.keys() : backup.data();
      }
      out.println(made);
      return 0;
    } catch (BackupRefused e) {
      err.println("backup: " + e.getMessage());
      return 1;
    }
  }
}
