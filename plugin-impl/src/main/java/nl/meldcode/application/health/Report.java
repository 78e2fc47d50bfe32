package nl.meldcode.application.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How all parts were at one moment. */
public record Report(Instant asOf, List<Health> all) {
  public Report {
    all = List.copyOf(all);
  }

  /** That of the worst part. */
  public Level level() {
    return all.stream().map(Health::level).max(Comparator.naturalOrder()).orElse(Level.OK);
  }

  /** Whether that part was looked at and is not critical. */
  public boolean works(Part part) {
    return all.stream().anyMatch(one -> one.part() == part && one.level() != Level.CRITICAL);
  }
}
