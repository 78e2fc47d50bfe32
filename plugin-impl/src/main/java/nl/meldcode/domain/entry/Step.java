package nl.meldcode.domain.entry;

import java.util.List;

/**
 * The five steps of the meldcode in their advised order (S0.2), and what follows a report, which
 * has no number. Protocol files name them by {@link #id()}.
 */
public enum Step {
  SIGNALS("signals"),
  CONSULTATION("consultation"),
  PARENTS("parents"),
  WEIGHING("weighing"),
  DECISION("decision"),
  AFTER_REPORT("after-report");

  /** The five steps. */
  public static final List<Step> NUMBERED =
      List.of(SIGNALS, CONSULTATION, PARENTS, WEIGHING, DECISION);

  private final String id;

  Step(String id) {
    this.id = id;
  }

  /** The name in data files, addresses and JSON. */
  public String id() {
    return id;
  }
}
