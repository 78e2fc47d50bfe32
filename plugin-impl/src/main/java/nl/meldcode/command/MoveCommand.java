package nl.meldcode.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import nl.meldcode.move.MoveRefused;
import nl.meldcode.move.MoveStore;
import nl.meldcode.move.MoveStore.Moved;
import nl.meldcode.progress.TerminalProgress;

/** The command {@code bundle/move}: 0 when it was moved, 1 when not, 2 for bad use. */
public final class MoveCommand {
  private MoveCommand() {}

  /** Takes {@code postgres|files SETTINGS DATA}. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.size() != 3 || !List.of("postgres", "files").contains(arguments.get(0))) {
      err.println("move: postgres|files SETTINGS DATA");
      return 2;
    }
    Path dataDir = Path.of(arguments.get(2));
    boolean toPostgres = arguments.get(0).equals("postgres");
    try {
      Moved moved;
      try (TerminalProgress progress = TerminalProgress.on(err)) {
        MoveStore move = new MoveStore(dataDir, Path.of(arguments.get(1)), progress);
        moved = toPostgres ? move.toPostgres() : move.toFiles();
      }
      out.printf("moved: %d rows, the same on both sides (%s)%n", moved.rows(), moved.sum());
      out.println(
          toPostgres
              ? "Remove "
                  + dataDir.resolve("plugin/moved")
                  + " once the plugin runs: what is"
                  + " destroyed from now on can be read there."
              : "Drop the schemas meldcode and meldcode_keys once the plugin runs: what is destroyed"
                  + " from now on can be read there.");
      return 0;
    } catch (MoveRefused e) {
      err.println("move: " + e.getMessage());
      return 1;
    }
  }
}
