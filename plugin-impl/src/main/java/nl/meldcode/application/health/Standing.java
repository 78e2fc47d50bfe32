package nl.meldcode.application.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.text.Texts;

/** Says in plain words how everything is, and what follows from what the host cannot do. */
public final class Standing {
  private static final int WIDTH = 24;
  private final Texts texts;
  private final String version;
  private final String region;

  /** Takes what holds for the whole run: the plugin's version, and whose vacations count. */
  public Standing(Texts texts, String version, String region) {
    this.texts = texts;
    this.version = version;
    this.region = region;
  }

  /** Several lines, for a person who looks after the plugin. */
  public String say(Locale locale, Report report, Optional<HostCapabilities> host) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Meldcode %s, %s: %s"
            .formatted(
                version,
                report.asOf(),
                texts.say(locale, report.level().key()).toUpperCase(locale)));
    lines.add(texts.say(locale, "health.configuration.ok"));
    lines.add("");
    report.all().forEach(health -> add(locale, health, lines));
    lines.add("");
    addCapabilities(locale, host, lines);
    return String.join("\n", lines) + "\n";
  }

  private void add(Locale locale, Health health, List<String> lines) {
    String level = "[" + texts.say(locale, health.level().key()) + "]";
    String part = texts.say(locale, health.part().key());
    lines.add(
        "%-9s %-22s %s".formatted(level, part, said(locale, health.key(), health.arguments())));
    if (health.level() != Level.OK) {
      lines.add(
          " ".repeat(WIDTH + 9)
              + texts.say(locale, "health.todo")
              + ": "
              + said(locale, health.todo(), health.arguments()));
    }
  }

  private String said(Locale locale, String key, List<String> arguments) {
    return texts.say(locale, key, arguments.toArray());
  }

  private void addCapabilities(Locale locale, Optional<HostCapabilities> host, List<String> lines) {
    if (host.isEmpty()) {
      lines.add(texts.say(locale, "health.capabilities.unknown"));
      return;
    }
    Set<Capability> off = host.get().off();
    lines.add(texts.say(locale, off.isEmpty() ? "health.capabilities.all" : "health.capabilities"));
    for (Capability each : off) {
      lines.add("- " + texts.say(locale, each.off()) + " " + texts.say(locale, each.instead()));
    }
    lines.add(
        host.get().has(Capability.CALENDAR)
            ? texts.say(locale, "health.calendar.host")
            : texts.say(locale, "health.calendar.region", region));
  }
}
