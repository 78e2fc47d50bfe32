package nl.meldcode.application.health;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Whether code could be installed over the network: by a web console, or a shell (T15, S27). */
public final class ConsoleCheck implements Check {
  private static final Pattern WEB = Pattern.compile("(?i).*(webconsole|jolokia|hawtio).*");
  private static final Pattern SHELL =
      Pattern.compile("(?i).*(shell\\.ssh|sshd|telnet|shell\\.remote).*");
  private final Supplier<? extends Collection<String>> bundles;

  /** Takes the symbolic names of all bundles. */
  public ConsoleCheck(Supplier<? extends Collection<String>> bundles) {
    this.bundles = bundles;
  }

  @Override
  public Health look() {
    Collection<String> all = bundles.get();
    String web = found(all, WEB);
    if (!web.isEmpty()) {
      return Health.critical(Part.CONSOLE, "web", web);
    }
    String shell = found(all, SHELL);
    return shell.isEmpty() ? Health.ok(Part.CONSOLE) : Health.warn(Part.CONSOLE, "shell", shell);
  }

  private static String found(Collection<String> all, Pattern pattern) {
    return String.join(
        ", ", all.stream().filter(name -> pattern.matcher(name).matches()).sorted().toList());
  }
}
