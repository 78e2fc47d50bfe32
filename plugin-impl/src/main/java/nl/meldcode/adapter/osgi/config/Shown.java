package nl.meldcode.adapter.osgi.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration for who helps from afar: no lines that nobody knows, and nothing unshown. */
final class Shown {
  private static final String UNSHOWN = "(not shown)";
  private final List<String> lines = new ArrayList<>();

  private Shown() {}

  static String of(
      Map<String, ?> plugin, @Nullable Map<String, ?> host, @Nullable Map<String, ?> oneRoster) {
    Shown all = new Shown();
    all.add(Schema.PLUGIN, plugin);
    all.add(Schema.HOST, host);
    all.add(Schema.ONE_ROSTER, oneRoster);
    return String.join("\n", all.lines) + "\n";
  }

  private void add(Schema schema, @Nullable Map<String, ?> given) {
    if (given == null) {
      return;
    }
    Section section = new Section(schema, given, new ArrayList<>());
    lines.add("[" + schema.pid() + "]");
    for (Key key : schema.keys()) {
      String value = String.join(", ", section.texts(key.name()));
      lines.add(key.name() + " = " + (key.shown() || value.isEmpty() ? value : UNSHOWN));
    }
  }
}
