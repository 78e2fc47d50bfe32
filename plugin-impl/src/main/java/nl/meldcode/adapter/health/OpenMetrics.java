package nl.meldcode.adapter.health;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meldcode.application.health.Health;
import nl.meldcode.application.health.Report;
import nl.meldcode.application.health.Traffic;
import nl.meldcode.application.health.Traffic.Counted;
import nl.meldcode.application.health.Traffic.Route;

/**
 * Figures as OpenMetrics text. They are of the whole plugin: nothing is counted per school, pupil
 * or person, since a small number tells who it is about.
 */
public final class OpenMetrics {
  private static final String REQUESTS = "meldcode_request_duration_seconds";
  private final StringBuilder text = new StringBuilder();

  private OpenMetrics() {}

  /** One figure that goes up and down. */
  public record Figure(String name, String help, double value) {}

  /** All figures of this moment. */
  public static String of(Collection<Figure> figures, Report report, Traffic traffic) {
    OpenMetrics all = new OpenMetrics();
    figures.forEach(all::add);
    all.add(report.all());
    all.add(traffic.counted());
    return all.text.append("# EOF\n").toString();
  }

  private void add(Figure figure) {
    begin(figure.name(), "gauge", figure.help());
    text.append(figure.name()).append(' ').append(number(figure.value())).append('\n');
  }

  private void add(List<Health> all) {
    String name = "meldcode_health";
    begin(name, "gauge", "0 when it is well, 1 when somebody has to look, 2 when it is critical.");
    for (Health one : all) {
      String part = one.part().name().toLowerCase(Locale.ROOT);
      text.append("%s{part=\"%s\"} %d\n".formatted(name, part, one.level().number()));
    }
  }

  private void add(Map<Route, Counted> requests) {
    begin(REQUESTS, "histogram", "Answered requests by route and status.");
    requests.forEach(
        (route, counted) -> {
          String labels =
              "route=\"%s\",status=\"%d\"".formatted(escaped(route.template()), route.status());
          for (int i = 0; i < Traffic.BUCKETS.size(); i++) {
            String end = number(Traffic.BUCKETS.get(i) / 1000.0);
            bucket(labels, end, counted.within().get(i));
          }
          bucket(labels, "+Inf", counted.count());
          text.append("%s_count{%s} %d\n".formatted(REQUESTS, labels, counted.count()));
          text.append(
              "%s_sum{%s} %s\n".formatted(REQUESTS, labels, number(counted.millis() / 1000.0)));
        });
  }

  private void bucket(String labels, String end, long count) {
    text.append("%s_bucket{%s,le=\"%s\"} %d\n".formatted(REQUESTS, labels, end, count));
  }

  private void begin(String name, String type, String help) {
    text.append("# TYPE %s %s\n# HELP %s %s\n".formatted(name, type, name, help));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
