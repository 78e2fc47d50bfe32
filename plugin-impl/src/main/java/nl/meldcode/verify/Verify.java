package nl.meldcode.verify;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.progress.TerminalProgress;
import nl.meldcode.sql.Node;
import nl.meldcode.verify.Verification.Line;
import nl.meldcode.verify.Verification.Verdict;
import org.jspecify.annotations.Nullable;

/** The command {@code bundle/verify}: 0 when all is what was written, 1 when not, 2 for bad use. */
public final class Verify {
  private Verify() {}

  /** Takes {@code DIR [KEYS]}. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.isEmpty() || arguments.size() > 2) {
      err.println("verify: DIR [KEYS]");
      return 2;
    }
    Path dataDir = Path.of(arguments.get(0));
    @Nullable Path keys = arguments.size() > 1 ? Path.of(arguments.get(1)) : null;
    if (!Files.isDirectory(dataDir.resolve("plugin"))) {
      err.println("verify: " + dataDir + " is no data directory of the plugin");
      return 2;
    }
    if (Node.isOne(dataDir)) {
      err.println(
          "verify: what belongs to "
              + dataDir
              + " is in PostgreSQL, where this command does not look; the plugin holds each dossier"
              + " against its chain when it is read, and every head at its start");
      return 2;
    }
    try {
      List<Line> lines;
      try (TerminalProgress progress = TerminalProgress.on(err)) {
        lines = Verification.of(dataDir, keys, progress);
      }
      lines.forEach(
          line -> out.printf("%-14s %-15s %s%n", word(line.verdict()), line.part(), line.text()));
      return lines.stream().anyMatch(line -> line.verdict() == Verdict.FAULT) ? 1 : 0;
    } catch (StartRefused e) {
      err.println("verify: " + e.getMessage());
      return 2;
    }
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case GOOD -> "goed";
      case FAULT -> "FOUT";
      case NOT_LOOKED_AT -> "niet bekeken";
    };
  }
}
