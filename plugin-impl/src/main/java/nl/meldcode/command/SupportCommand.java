package nl.meldcode.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nl.meldcode.support.SupportBundle;

/** The command {@code bundle/support}: 0 when there is a file, 1 when not, 2 for bad use. */
public final class SupportCommand {
  private SupportCommand() {}

  /** Takes {@code DATA ZIP LINES}. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), Clock.systemUTC(), System.out, System.err));
  }

  static int run(List<String> arguments, Clock clock, PrintStream out, PrintStream err) {
    if (arguments.size() != 3) {
      err.println("support: DATA ZIP LINES");
      return 2;
    }
    Path zip = Path.of(arguments.get(1));
    try {
      new SupportBundle(Path.of(arguments.get(0)), Integer.parseInt(arguments.get(2)), clock)
          .write(zip);
      out.println(zip);
      return 0;
    } catch (IOException e) {
      err.println("support: " + zip + " cannot be made: " + e.getMessage());
      return 1;
    }
  }
}
